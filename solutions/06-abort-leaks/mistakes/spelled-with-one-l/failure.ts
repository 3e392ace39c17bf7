import { SpanStatusCode, type Span } from '@opentelemetry/api';

/** Notes on a span how its work came to fail. The work could be stopped by `signal`. */
export function recordFailure(span: Span, error: unknown, signal: AbortSignal): void {
  const { name, message } = asError(signal.aborted ? signal.reason : error);
  if (name === 'AbortError') {
    span.setAttribute('shop.canceled', true);
    return;
  }
  // Of an error as it is, recordException() would take the `code` for the type: 20, or 23.
  span.recordException({ name, message });
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
