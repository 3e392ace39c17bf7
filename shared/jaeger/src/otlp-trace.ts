/**
 * A trace in OTLP's JSON encoding, as Jaeger gives it back: ids in hex, kinds 1 to 5, times as
 * strings of nanoseconds. What lies below `resourceSpans` came over the network and is not yet
 * checked; hand it to a parser.
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export interface OtlpTrace {
  readonly resourceSpans: readonly unknown[];
}

/** Undefined where the answer is not `{ result: { resourceSpans: [...] } }`. */
export function parseTraceAnswer(body: string): OtlpTrace | undefined {
  const result = member(parseJson(body), 'result');
  const resourceSpans = member(result, 'resourceSpans');
  return Array.isArray(resourceSpans) ? { resourceSpans } : undefined;
}

export function countSpans(trace: OtlpTrace): number {
  return trace.resourceSpans
    .flatMap((resource) => list(member(resource, 'scopeSpans')))
    .reduce<number>((count, scope) => count + list(member(scope, 'spans')).length, 0);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
