import { SpanStatusCode, type Span } from '@opentelemetry/api';

/** Notes on a span how its work came to fail. The work could be stopped by `signal`. */
export function recordFailure(span: Span, error: unknown, signal: AbortSignal): void {
  const cause = asError(signal.aborted ? signal.reason : error);
  if (cause.name === 'AbortError') {
    span.setAttribute('shop.cancelled', true);
    return;
  }
  span.recordException(cause);
  span.setAttribute('error.type', typeOf(cause));
  span.setStatus({ code: SpanStatusCode.ERROR, message: cause.message });
}

function typeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
