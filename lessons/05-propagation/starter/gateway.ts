import { trace } from '@opentelemetry/api';
import { ConsoleSpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import { call } from './call.ts';
import { numberIn, textIn } from './fields.ts';
import type { Service } from './http-server.ts';
import { serve } from './serve.ts';
import { startTracing } from './tracing.ts';
import { tellPartners } from './webhooks.ts';

export interface GatewayOptions {
  /** Base URL of the inventory. */
  readonly inventory: string;
  readonly exporter?: SpanExporter;
}

/** Takes orders from customers and partners. */
export async function startGateway(options: GatewayOptions): Promise<Service> {
  const { inventory, exporter = new ConsoleSpanExporter() } = options;
  const tracing = startTracing('gateway', exporter);
  const server = await serve({
    '/orders': (body) => placeOrder(body, inventory),
    '/webhooks': tellPartners,
  });
  return { url: server.url, stop: () => server.stop().then(() => tracing.shutdown()) };
}

function placeOrder(body: unknown, inventory: string): Promise<unknown> {
  const orderId = textIn(body, 'orderId');
  const customerId = textIn(body, 'customerId');
  trace.getActiveSpan()?.setAttribute('shop.order.id', orderId);

  // TODO 4: Let the customer's id travel with this order as baggage, as `shop.customer.id` and as
  // the only entry, whatever baggage came in from outside.
  return call(`${inventory}/reservations`, { orderId, euros: numberIn(body, 'euros') });
}
