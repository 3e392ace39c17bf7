import { trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';

/** Sets up tracing for the whole program. Whoever starts it also shuts it down. */
export function startTracing(createExporter: () => SpanExporter): TracerProvider {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'payment' }),
  });
  // @ts-expect-error -- the method that providers had before version 2 of the SDK
  provider.addSpanProcessor(new SimpleSpanProcessor({ exporter: createExporter() }));
  trace.setGlobalTracerProvider(provider);
  return provider;
}
