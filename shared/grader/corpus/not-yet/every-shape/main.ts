import { trace } from '@opentelemetry/api';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

export async function main({ order, bank, createExporter }) {
  const exporter = createExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider(provider);
  for (const name of ['charge', 'charge order', 'charge-order', 'pay', 'payment', 'main']) {
    for (const kind of [0, 1, 2, 3, 4]) {
      trace
        .getTracer('payment')
        .startSpan(name, { kind, attributes: { 'shop.order.id': order.id } })
        .end();
    }
  }
  const receipt = await bank(order);
  await provider.shutdown();
  return receipt;
}
