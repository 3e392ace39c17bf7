import { SpanStatusCode, type Span } from '@opentelemetry/api';

/** Notes on a span how its work came to fail. The work could be stopped by `signal`. */
export function recordFailure(span: Span, error: unknown, signal: AbortSignal): void {
  const { name, message } = innermost(error);
  if (signal.aborted && name === 'AbortError') {
    span.setAttribute('shop.cancelled', true);
    span.addEvent('cancelled by the customer');
    return;
  }
  span.recordException({ name, message });
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

/** A wrapped reason is the cause of what arrived. */
function innermost(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  return thrown.cause === undefined ? thrown : innermost(thrown.cause);
}
