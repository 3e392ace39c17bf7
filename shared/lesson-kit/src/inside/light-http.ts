/** Of `node:http`, and each of them is there without it, too. */
const MADE_FOR_FETCH = ['WebSocket', 'CloseEvent', 'MessageEvent'];

/**
 * Keeps an `import` of `node:http` from loading all of `fetch`, which takes as long as a whole run
 * of most subjects: an import reads whatever a module of Node's own exports, and three of these names
 * are made with `fetch`. They go, where a scenario has loaded the module in another way than that.
 */
export function lightenHttp(): void {
  if (!hasLoadedHttp()) return;
  const http: object = process.getBuiltinModule('node:http');
  for (const name of MADE_FOR_FETCH) Reflect.deleteProperty(http, name);
}

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
