import type { Span } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { record, spanOnWire } from './recorder.ts';

const open = new Set<ReadableSpan>();

/**
 * Records a span's start and each call of its `end`, at the API's public surface. `false` for a
 * span that holds nothing to record.
 */
export function watchSpan(span: Span): boolean {
  if (!isReadable(span)) {
    return false;
  }
  if (open.has(span)) {
    return true;
  }
  open.add(span);
  record({ t: 'start', otlp: spanOnWire(span) });
  // Without its span, as in `.finally(span.end)`, it has to fail as it does where nobody watches.
  // oxlint-disable-next-line typescript/unbound-method -- it is called with whatever `this` was
  const { end } = span;
  span.end = function endWatched(this: unknown, endTime) {
    const first = open.delete(span);
    try {
      Reflect.apply(end, this, [endTime]);
    } finally {
      if (span.ended) recordEnd(span, first);
      else open.add(span);
    }
  };
  return true;
}

function recordEnd(span: Span & ReadableSpan, first: boolean): void {
  if (first) {
    record({ t: 'end', otlp: spanOnWire(span) });
  } else {
    const { traceId, spanId } = span.spanContext();
    record({ t: 'end-again', traceId, spanId });
  }
}

/** Records the spans that nobody has ended, as they are now. */
export function recordOpenSpans(): void {
  for (const span of open) {
    record({ t: 'open', otlp: spanOnWire(span) });
  }
}

function isReadable(span: Span): span is Span & ReadableSpan {
  return 'instrumentationScope' in span && 'resource' in span && 'startTime' in span;
}
