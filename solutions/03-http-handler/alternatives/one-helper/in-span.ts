import { SpanStatusCode, trace, type Span, type SpanOptions } from '@opentelemetry/api';
import { Refusal, toError } from './errors.ts';

const tracer = trace.getTracer('gateway');

/** Runs the work in an active span. It ends with the work, and bears its failure. */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (thrown) {
      const error = toError(thrown);
      if (!(error instanceof Refusal)) {
        span.recordException(error);
        span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
        span.setAttribute('error.type', error.name);
      }
      throw thrown;
    } finally {
      span.end();
    }
  });
}
