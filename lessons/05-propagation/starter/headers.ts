import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  type TextMapGetter,
  type TextMapSetter,
} from '@opentelemetry/api';

// TODO 1: OpenTelemetry's defaults read and write the properties of a plain object, and what a `Map`
// holds is none of its properties. Write a getter and a setter that use its `get`, `set` and `keys`.

/** Reads headers for OpenTelemetry. A header that came several times is all of its values. */
export const headerGetter: TextMapGetter = defaultTextMapGetter;

/** Writes headers for OpenTelemetry. */
export const headerSetter: TextMapSetter = defaultTextMapSetter;
