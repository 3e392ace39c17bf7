import type { RunningJaeger } from '@tracelings/jaeger';
import { parseOtlp } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Source } from './source.ts';

/**
 * Reads the spans back from a Jaeger: the subject exports over OTLP/HTTP, and each trace id that
 * the exporter delivered is looked up until all the spans it delivered are there. Spans that other
 * runs left in the same trace are passed over.
 *
 * The Jaeger stays yours to stop. Reading rejects with a `JaegerLookupError` when it lost what it
 * had confirmed, or is gone.
 *
 * @example
 * ```ts
 * await using jaeger = await sharedJaeger();
 * const source = jaegerSource(jaeger);
 * ```
 */
export function jaegerSource(jaeger: RunningJaeger): Source {
  return {
    kind: 'jaeger',
    sink: { kind: 'otlp', url: jaeger.getOtlpTracesUrl() },
    async read(evidence, signal) {
      const traces = Map.groupBy(evidence.exported, (span) => span.traceId);
      const read = (traceId: string): Promise<Span[]> =>
        readTrace(jaeger, traceId, traces.get(traceId) ?? [], signal);
      // What was delivered last is there last: the one trace to ask for again and again.
      const last = evidence.exported.at(-1)?.traceId;
      if (last === undefined) return [];
      const spansOfLast = read(last);
      await spansOfLast;
      const spans = [...traces.keys()].map((id) => (id === last ? spansOfLast : read(id)));
      return (await Promise.all(spans)).flat();
    },
  };
}

/**
 * The delivered spans, and no others: a trace whose id comes out of the inputs is the same one in
 * every run with that seed, and the Jaeger may have seen several.
 */
async function readTrace(
  jaeger: RunningJaeger,
  traceId: string,
  delivered: readonly Span[],
  signal?: AbortSignal,
): Promise<Span[]> {
  const sought = new Set(delivered.map((span) => span.spanId));
  let wanted = sought.size;
  for (;;) {
    const answer = await jaeger.trace(traceId, { spans: wanted, ...(signal && { signal }) });
    const { spans } = parseOtlp(answer);
    const found = spans.filter((span) => sought.has(span.spanId));
    const missing = sought.difference(new Set(found.map((span) => span.spanId))).size;
    if (missing === 0) {
      return found;
    }
    wanted = spans.length + missing;
  }
}
