import { trace, type Attributes } from '@opentelemetry/api';

const tracer = trace.getTracer('inventory');

/** Runs the work inside a span, and ends the span on every way out. */
export async function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = tracer.startSpan(name, { attributes });
  try {
    // TODO 2: Let the span be the active one while the work runs, and no longer.
    return await work();
  } finally {
    span.end();
  }
}
