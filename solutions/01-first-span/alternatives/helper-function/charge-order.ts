import type { Bank, Order, Receipt } from './bank.ts';
import { inSpan } from './in-span.ts';

/** Asks the bank for an order's money. Rejects when the bank declines. */
export function chargeOrder(order: Order, bank: Bank): Promise<Receipt> {
  return inSpan('charge order', { 'shop.order.id': order.id }, () => bank(order));
}
