import { SpanStatusCode, type Span } from '@opentelemetry/api';

/** Notes on a span how its work came to fail. The work could be stopped by `signal`. */
export function recordFailure(span: Span, error: unknown, signal: AbortSignal): void {
  // TODO 4: Not all that is thrown is a failure. When the customer has left, let the span's status
  // unset, without `error.type` and exception, and set `shop.cancelled` to true.
  // When the order's time was up it has failed, and `error.type` says by what.
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  // Of an error as it is, recordException() would take the `code` for the type: 20, or 23.
  span.recordException({ name, message });
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
