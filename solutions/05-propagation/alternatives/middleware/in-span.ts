import {
  context,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';

/** Runs the work with a new span in its context, and ends the span with it. */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  within: Context,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const span = trace.getTracer('shop').startSpan(name, options, within);
  return context
    .with(trace.setSpan(within, span), work, undefined, span)
    .catch((error: unknown) => {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    })
    .finally(() => span.end());
}
