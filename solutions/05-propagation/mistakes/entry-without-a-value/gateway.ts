import { context, propagation, trace } from '@opentelemetry/api';
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

  // @ts-expect-error -- a text, where an entry is an object with its value
  const baggage = propagation.createBaggage({ 'shop.customer.id': customerId });
  return context.with(propagation.setBaggage(context.active(), baggage), () =>
    call(`${inventory}/reservations`, { orderId, euros: numberIn(body, 'euros') }),
  );
}
