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
      const traces = Map.groupBy(evidence.exported, (span) => span.traceId);
      const answers = [...traces].map(([traceId, spans]) =>
        jaeger.trace(traceId, { spans: countDistinct(spans), ...(signal && { signal }) }),
      );
      return (await Promise.all(answers)).flatMap((answer) => parseOtlp(answer).spans);
    },
  };
}

/** A span that was delivered twice is shown once. */
function countDistinct(spans: readonly Span[]): number {
  return new Set(spans.map((span) => span.spanId)).size;
}
