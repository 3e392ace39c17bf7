import { trace, type Attributes } from '@opentelemetry/api';

const tracer = trace.getTracer('inventory');

/** Runs the work inside a span. */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { attributes }, () => work());
}
