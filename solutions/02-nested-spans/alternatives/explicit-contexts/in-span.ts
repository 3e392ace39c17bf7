import { trace, type Attributes, type Context } from '@opentelemetry/api';

const tracer = trace.getTracer('inventory');

/** Runs the work inside a span below the one in `within`; the work gets the context to go on in. */
export async function inSpan<Result>(
  name: string,
  attributes: Attributes,
  within: Context,
  work: (within: Context) => Promise<Result>,
): Promise<Result> {
  const span = tracer.startSpan(name, { attributes }, within);
  try {
    return await work(trace.setSpan(within, span));
  } finally {
    span.end();
  }
}
