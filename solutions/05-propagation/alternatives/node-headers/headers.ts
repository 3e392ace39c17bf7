import type { TextMapGetter, TextMapSetter } from '@opentelemetry/api';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Node writes all names in lower case, and gives a list where it does not join values itself. */
export const headerGetter: TextMapGetter<IncomingHttpHeaders> = {
  get: (headers, name) => [headers[name.toLowerCase()] ?? []].flat().join(', ') || undefined,
  keys: (headers) => Object.keys(headers),
};

export const headerSetter: TextMapSetter<OutgoingHttpHeaders> = {
  set: (headers, name, value) => {
    headers[name.toLowerCase()] = value;
  },
};
