import type { ExplanationSnapshot } from '@tracelings/studio';
import { type Explanation, type Trace, overlay } from '@tracelings/trace-shape';

/** What a failing check said, with the tree it meant laid over the trace it looked at. */
export function explanationSnapshot(failure: Explanation, trace: Trace): ExplanationSnapshot {
  const { sought, found, because, next, expected, actual, shape, spans } = failure;
  return {
    sought,
    found,
    ...(because !== undefined && { because }),
    ...(next !== undefined && { next }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(shape && { overlay: overlay(trace, shape) }),
    spans: spans.map(({ traceId, spanId }) => ({ traceId, spanId })),
  };
}
