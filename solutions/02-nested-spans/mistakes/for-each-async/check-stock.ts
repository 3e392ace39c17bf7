import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';

/** Counts what is on the shelves. Rejects when something is missing. */
export async function checkStock({ items }: Order, hall: Hall): Promise<void> {
  const missing: string[] = [];
  items.forEach(async (item) => {
    if ((await countItem(item, hall)) === 0) missing.push(item);
  });
  if (missing.length > 0) {
    throw new Error(`out of stock: ${missing.join(', ')}`);
  }
}

function countItem(item: string, hall: Hall): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  hall.whenFree(item, () => {
    inSpan('count item', { 'shop.item': item }, () => hall.count(item)).then(resolve, reject);
  });
  return promise;
}
