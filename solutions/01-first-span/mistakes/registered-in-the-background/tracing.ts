import { trace } from '@opentelemetry/api';
import type { SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';

/** Loads the SDK only when it is wanted, so that the program starts quickly. */
export async function startTracing(createExporter: () => SpanExporter): Promise<TracerProvider> {
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { SimpleSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'payment' }),
    spanProcessors: [new SimpleSpanProcessor({ exporter: createExporter() })],
  });
  trace.setGlobalTracerProvider(provider);
  return provider;
}
