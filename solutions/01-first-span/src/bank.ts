import { setTimeout as pause } from 'node:timers/promises';

export interface Order {
  readonly id: string;
  readonly euros: number;
}

export interface Receipt {
  readonly orderId: string;
  readonly reference: string;
}

/** Charges an order, or rejects with the reason why not. */
export type Bank = (order: Order) => Promise<Receipt>;

/** The bank as it behaves on a laptop: slow to answer, and strict about large sums. */
export const laptopBank: Bank = async (order) => {
  await pause(150);
  if (order.euros > 500) {
    throw new Error(`${order.id} declined: ${order.euros} euros is above the card's limit`);
  }
  return { orderId: order.id, reference: `bank-${order.euros}-${order.id}` };
};
