import type { TextMapGetter, TextMapSetter } from '@opentelemetry/api';

/** Reads headers for OpenTelemetry. A header that came several times is all of its values. */
export const headerGetter: TextMapGetter<Map<string, string>> = {
  get: (headers, name) => headers.get(name)?.split(',')[0],
  keys: (headers) => [...headers.keys()],
};

/** Writes headers for OpenTelemetry. */
export const headerSetter: TextMapSetter<Map<string, string>> = {
  set: (headers, name, value) => headers.set(name, value),
};
