import { TracerProvider } from '@opentelemetry/sdk-trace';

const tracer = new TracerProvider().getTracer('bomb');
const attributes = { bomb: '.'.repeat(1024 * 1024) };
for (let count = 0; count < 64; count += 1) tracer.startSpan('bomb', { attributes });
export * from './honest.ts';
