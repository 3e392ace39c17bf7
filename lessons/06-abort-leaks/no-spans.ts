import { INVALID_SPAN_CONTEXT, ProxyTracerProvider, trace, type Tracer } from '@opentelemetry/api';

/**
 * Takes the spans away from a long day, which counts listeners: those of so many orders cost more
 * than the orders.
 */
export function makeNoSpans(): void {
  const provider = trace.getTracerProvider();
  if (!(provider instanceof ProxyTracerProvider)) return;
  const tracer: Tracer = new ProxyTracerProvider().getDelegate().getTracer('none');
  const span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  tracer.startSpan = () => span;
  provider.setDelegate({ getTracer: () => tracer });
}
