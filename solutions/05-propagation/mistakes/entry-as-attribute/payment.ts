import { propagation, trace } from '@opentelemetry/api';
import { ConsoleSpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import { callOutside } from './call.ts';
import { numberIn, textIn } from './fields.ts';
import type { Service } from './http-server.ts';
import { leaveReceipt, sendReceipts } from './receipts.ts';
import { serve } from './serve.ts';
import { startTracing } from './tracing.ts';

export interface PaymentOptions {
  /** Base URL of the bank, which is not ours. */
  readonly bank: string;
  readonly exporter?: SpanExporter;
}

/** Charges orders, and mails the receipts of all of them every five seconds. */
export async function startPayment(options: PaymentOptions): Promise<Service> {
  const { bank, exporter = new ConsoleSpanExporter() } = options;
  const tracing = startTracing('payment', exporter);
  const server = await serve({ '/payments': (body) => pay(body, bank) });
  const mailing = setInterval(sendReceipts, 5000);
  const stop = async (): Promise<void> => {
    clearInterval(mailing);
    await server.stop();
    sendReceipts();
    await tracing.shutdown();
  };
  return { url: server.url, stop };
}

async function pay(body: unknown, bank: string): Promise<unknown> {
  const orderId = textIn(body, 'orderId');
  const customer = propagation.getActiveBaggage()?.getEntry('shop.customer.id');
  trace.getActiveSpan()?.setAttributes({
    'shop.order.id': orderId,
    ...(customer && { 'shop.customer.id': customer }),
  });

  const charge = { orderId, euros: numberIn(body, 'euros') };
  const answer = await callOutside(`${bank}/charges`, charge);
  leaveReceipt(orderId);
  return answer;
}
