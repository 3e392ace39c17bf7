export function hasLoadedHttp(): boolean {
  return hasLoaded('_http_server');
}

export function hasLoadedFetch(): boolean {
  return hasLoaded('internal/deps/undici/undici');
}

/** Node lists its own modules that were loaded. Should it not, a run begins a little later. */
function hasLoaded(name: string): boolean {
  const loaded: unknown = Reflect.get(process, 'moduleLoadList');
  return Array.isArray(loaded) && loaded.includes(`NativeModule ${name}`);
}
