import { Trace } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Evidence } from '../run/evidence.ts';

/**
 * What the checks see: the spans as the source gave them, and beside them the spans left open. A
 * span delivered twice is one span, as a backend shows it; `evidence.exported` has both.
 */
export function traceOf(exported: readonly Span[], evidence: Evidence): Trace {
  const spans = new Map<string, Span>();
  for (const span of [...exported, ...evidence.open]) {
    const key = `${span.traceId}:${span.spanId}`;
    if (!spans.has(key)) {
      spans.set(key, span);
    }
  }
  return new Trace([...spans.values()]);
}
