import { trace, type Span, type SpanOptions } from '@opentelemetry/api';
import { recordFailure } from './failure.ts';

const tracer = trace.getTracer('gateway');

/** Runs the work in an active span, which ends with it. The work can be stopped by `signal`. */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  signal: AbortSignal,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      const result = await work(span);
      span.end();
      return result;
    } catch (error) {
      recordFailure(span, error, signal);
      throw error;
    }
  });
}
