import { trace } from '@opentelemetry/api';
import { ConsoleSpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import { setTimeout as pause } from 'node:timers/promises';
import { call } from './call.ts';
import { numberIn, textIn } from './fields.ts';
import type { Service } from './http-server.ts';
import { serve } from './serve.ts';
import { startTracing } from './tracing.ts';

export interface InventoryOptions {
  /** Base URL of the payment service. */
  readonly payment: string;
  readonly exporter?: SpanExporter;
}

/** Sets goods aside, and has them paid. It has never heard of customers. */
export async function startInventory(options: InventoryOptions): Promise<Service> {
  const { payment, exporter = new ConsoleSpanExporter() } = options;
  const tracing = startTracing('inventory', exporter);
  const server = await serve({ '/reservations': (body) => reserve(body, payment) });
  return { url: server.url, stop: () => server.stop().then(() => tracing.shutdown()) };
}

async function reserve(body: unknown, payment: string): Promise<unknown> {
  const orderId = textIn(body, 'orderId');
  trace.getActiveSpan()?.setAttribute('shop.order.id', orderId);
  await pause(5); // the way to the shelf
  return call(`${payment}/payments`, { orderId, euros: numberIn(body, 'euros') });
}
