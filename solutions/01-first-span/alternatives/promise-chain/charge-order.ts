import { trace } from '@opentelemetry/api';
import type { Bank, Order, Receipt } from './bank.ts';

/** Asks the bank for an order's money. Rejects when the bank declines. */
export function chargeOrder(order: Order, bank: Bank): Promise<Receipt> {
  const span = trace.getTracer('shop.payment').startSpan('charge order');
  span.setAttributes({ 'shop.order.id': order.id, 'shop.order.euros': order.euros });
  return bank(order).finally(() => span.end());
}
