import { TracerProvider } from '@opentelemetry/sdk-trace';

const tracer = new TracerProvider().getTracer('flood');
for (;;) tracer.startSpan('s').end();
