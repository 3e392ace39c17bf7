import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';

/** Counts what is on the shelves. Rejects when something is missing. */
export async function checkStock({ items }: Order, hall: Hall): Promise<void> {
  const counts = await Promise.all(items.map((item) => countItem(item, hall)));
  const missing = items.filter((_, index) => counts[index] === 0);
  if (missing.length > 0) {
    throw new Error(`out of stock: ${missing.join(', ')}`);
  }
}

function countItem(item: string, hall: Hall): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  hall.whenFree(item, () => {
    const note = (count: number): Promise<number> =>
      inSpan('count item', { 'shop.item': item }, () => Promise.resolve(count));
    hall.count(item).then(note).then(resolve, reject);
  });
  return promise;
}
