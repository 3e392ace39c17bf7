import type { RunningJaeger } from '@tracelings/jaeger';
import { parseOtlp } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Source } from './source.ts';

/**
 * Reads the spans back from a Jaeger: the subject exports over OTLP/HTTP, and each trace id that
 * the exporter delivered is looked up until all its spans are there.
 *
 * The Jaeger stays yours to stop.
 */
export function jaegerSource(jaeger: RunningJaeger): Source {
  return {
    kind: 'jaeger',
    sink: { kind: 'otlp', url: jaeger.getOtlpTracesUrl() },
    async read(evidence, signal) {
      const counts = countByTrace(evidence.exported);
      const answers = [...counts].map(([traceId, spans]) =>
        jaeger.trace(traceId, { spans, ...(signal && { signal }) }),
      );
      return (await Promise.all(answers)).flatMap((answer) => parseOtlp(answer).spans);
    },
  };
}

function countByTrace(spans: readonly Span[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { traceId } of spans) {
    counts.set(traceId, (counts.get(traceId) ?? 0) + 1);
  }
  return counts;
}
