import type { OtlpLimits } from './limits.ts';
import { Place } from './place.ts';
import { readScope, readSpan } from './span-reader.ts';
import { readAttributes } from './value.ts';
import type { Span } from '../span.ts';
import { Trace } from '../trace.ts';

/**
 * Reads spans from OTLP JSON, already parsed: `{ resourceSpans }` as exporters write it,
 * `{ result: { resourceSpans } }` as Jaeger's API v3 answers, or an array of either, whose spans
 * are then one {@link Trace}. An object without any field is a trace without spans.
 *
 * The input is not trusted. Whatever `JSON.parse` can give leads to a trace or to an `OtlpError`
 * that names the place, in time linear in the input. Fields nobody knows are passed over; a field
 * that is there and wrong is an error rather than a guess.
 *
 * What it makes of the protocol's freedoms: ids may be hex or base64; kinds and status codes
 * numbers or names; 64-bit integers strings (exact) or numbers (as exact as `JSON.parse` left
 * them); a missing or zero end time is a span that never ended; a kind that is unspecified is
 * `internal`; of attributes with the same key the last wins; the flags tell whether a parent is
 * remote.
 *
 * @throws {OtlpError} with a stable `code`, and the `path` to what is wrong.
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 * @example
 * ```ts
 * const answer = await fetch(`${jaeger}/api/v3/traces/${traceId}`);
 * const trace = parseOtlp(await answer.json());
 * ```
 */
export function parseOtlp(input: unknown, limits: OtlpLimits = {}): Trace {
  const whole = Place.whole(input, limits);
  const messages = Array.isArray(input) ? whole.items() : [whole];
  return new Trace(messages.flatMap(resourceSpansOf).flatMap(spansOfResource));
}

function resourceSpansOf(message: Place): Place[] {
  const data = isObject(message.value) && message.has('result') ? message.field('result') : message;
  if (!isObject(data.value)) refuse(data);
  const resourceSpans = data.field('resourceSpans');
  if (resourceSpans.isAbsent && Object.keys(data.value).length > 0) refuse(data);
  return resourceSpans.items();
}

function refuse(place: Place): never {
  const next =
    typeof place.value === 'string'
      ? 'Parse text with JSON.parse first.'
      : 'Metrics, logs and error answers hold no spans.';
  return place.refuse('OTLP_NOT_TRACES', 'an object with "resourceSpans"', next);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spansOfResource(resourceSpans: Place): Span[] {
  const resource = readAttributes(resourceSpans.field('resource').field('attributes'));
  return resourceSpans
    .field('scopeSpans')
    .items()
    .flatMap((scopeSpans) => {
      const scope = readScope(scopeSpans.field('scope'));
      const spans = scopeSpans.field('spans');
      return countedSpans(spans).map((span) => readSpan(span, { scope, resource }));
    });
}

function countedSpans(spans: Place): Place[] {
  const places = spans.items();
  const exceeded = spans.allowance.takeSpans(places.length);
  return exceeded === undefined ? places : spans.refuseExcess(exceeded);
}
