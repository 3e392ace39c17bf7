import { context, trace, type Attributes } from '@opentelemetry/api';

const tracer = trace.getTracer('inventory');

/** Runs the work inside a span, and ends the span on every way out. */
export async function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = tracer.startSpan(name, { attributes });
  const token = context.attach(trace.setSpan(context.active(), span));
  try {
    return await work();
  } finally {
    token.dispose();
    span.end();
  }
}
