import type { Bank, Order, Receipt } from './bank.ts';

/** Asks the bank for an order's money. Rejects when the bank declines. */
export async function chargeOrder(order: Order, bank: Bank): Promise<Receipt> {
  const receipt = await bank(order);
  return receipt;
}
