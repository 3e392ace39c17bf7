import { trace } from '@opentelemetry/api';
import type { Bank, Order, Receipt } from './bank.ts';

const tracer = trace.getTracer('payment/charge-order');

/** Asks the bank for an order's money. Rejects when the bank declines. */
export async function chargeOrder(order: Order, bank: Bank): Promise<Receipt> {
  const span = tracer.startSpan('charge order', { attributes: { 'shop.order.id': order.id } });
  return bank(order).finally(span.end);
}
