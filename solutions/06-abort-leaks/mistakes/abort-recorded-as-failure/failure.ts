import { SpanStatusCode, type Span } from '@opentelemetry/api';

/** Notes on a span how its work came to fail. The work could be stopped by `signal`. */
export function recordFailure(span: Span, error: unknown, signal: AbortSignal): void {
  const cause = asError(signal.aborted ? signal.reason : error);
  if (cause.name === 'AbortError') span.setAttribute('shop.cancelled', true);
  span.recordException(cause);
  span.setAttribute('error.type', cause.name);
  span.setStatus({ code: SpanStatusCode.ERROR, message: cause.message });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
