import { trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';

/** Sets up tracing for the whole program. Whoever starts it also shuts it down. */
export function startTracing(_createExporter: () => SpanExporter): TracerProvider {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'payment' }),
  });
  trace.setGlobalTracerProvider(provider);
  return provider;
}
