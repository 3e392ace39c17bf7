import { trace, type Attributes } from '@opentelemetry/api';

/** Runs the work inside a span, and ends the span on every way out. */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  return trace.getTracer('inventory').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } finally {
      span.end();
    }
  });
}
