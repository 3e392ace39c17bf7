import { TracerProvider } from '@opentelemetry/sdk-trace';

export function main() {
  let deep: unknown[] = [];
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  const span = new TracerProvider().getTracer('deep').startSpan('deep');
  Object.assign(Reflect.get(span, 'attributes'), { deep });
  return { reference: deep };
}
