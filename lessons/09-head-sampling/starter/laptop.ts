import { InMemorySpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import { listen } from './http-server.ts';
import type { Shop } from './main.ts';

type OpenShop = (options: { bank: string; exporter: SpanExporter }) => Promise<Shop>;

/** How often a busy minute asks for what. */
const MINUTE: readonly (readonly [times: number, request: string])[] = [
  [300, 'GET /kites/red-dragon'],
  [300, 'GET /ready-to-fly'],
  [300, 'GET /ready'],
  [100, 'POST /orders/order-1017'],
  [3, 'POST /refunds/order-1016'],
];

/** Opens the shop for a busy minute, and counts what is kept of it. */
export async function tryOut(openShop: OpenShop): Promise<void> {
  const exporter = new InMemorySpanExporter();
  const bank = await listen(async () => ({ status: 200, body: 'paid' }));
  const shop = await openShop({ bank: bank.url, exporter });
  console.log(`The sampler says: ${shop.sampling}`);
  for (const [times, request] of MINUTE) {
    const [method = '', path = ''] = request.split(' ');
    for (let time = 0; time < times; time += 1) {
      await shop.gateway.handle({ method, path, headers: {} });
    }
    for (const { tracing } of [shop.gateway, shop.inventory, shop.payment]) {
      await tracing.forceFlush();
    }
    const spans = exporter.getFinishedSpans();
    const traces = Map.groupBy(spans, (span) => span.spanContext().traceId);
    console.log(`${request}: ${times} times, ${spans.length} spans in ${traces.size} traces kept`);
    exporter.reset();
  }
  await shop.stop();
  bank.close();
}
