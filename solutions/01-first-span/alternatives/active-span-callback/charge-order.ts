import { trace } from '@opentelemetry/api';
import type { Bank, Order, Receipt } from './bank.ts';

/** Asks the bank for an order's money. Rejects when the bank declines. */
export function chargeOrder(order: Order, bank: Bank): Promise<Receipt> {
  return trace.getTracer('payment').startActiveSpan('charge order', async (span) => {
    try {
      span.setAttribute('shop.order.id', order.id);
      return await bank(order);
    } finally {
      span.end();
    }
  });
}
