import { trace } from '@opentelemetry/api';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** The smallest program that leaves a trace: what a run costs beyond it is ours. */
export async function main(exporter: SpanExporter): Promise<void> {
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider(provider);
  trace.getTracer('smallest').startActiveSpan('one', (span) => span.end());
  await provider.shutdown();
}
