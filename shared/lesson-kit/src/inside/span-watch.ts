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
  const end = span.end.bind(span);
  span.end = (endTime) => {
    const first = open.delete(span);
    try {
      end(endTime);
    } finally {
      recordEnd(span, first);
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
