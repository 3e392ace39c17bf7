import { context, trace, type Attributes } from '@opentelemetry/api';

const tracer = trace.getTracer('inventory');

/** Runs the work inside a span, and ends the span on every way out. */
export async function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = tracer.startSpan(name, { attributes });
  try {
    // @ts-expect-error -- the span and the context have changed places
    const inside = trace.setSpan(span, context.active());
    return await context.with(inside, work);
  } finally {
    span.end();
  }
}
