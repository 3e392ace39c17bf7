import { trace } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';

const probe = new TracerProvider().getTracer('probe').startSpan('probe');
Object.getPrototypeOf(probe).isRecording = () => false;

export function main() {
  trace.setGlobalTracerProvider(new TracerProvider());
  trace.getTracer('hall').startSpan('left open');
}
