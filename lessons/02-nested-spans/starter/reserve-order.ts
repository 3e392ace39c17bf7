import { checkStock } from './check-stock.ts';
import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';
import type { PackingBench } from './packing-bench.ts';
import { stickLabel } from './stick-label.ts';

/** Puts an order's items aside for it. Resolves to the number of the parcel they are in. */
export function reserveOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  return inSpan('reserve order', { 'shop.order.id': order.id }, () =>
    // TODO 3: `check stock` and `pack order` are two steps of one reservation, the second after the
    // first. Let `check stock` end before `pack order` begins, and let `pack order` last until
    // the label sticks; so far it ends when the items are in the queue.
    inSpan('check stock', {}, async () => {
      await checkStock(order, hall);
      const queued = await inSpan('pack order', {}, async () =>
        order.items.map((item) => bench.pack(item)),
      );
      return Promise.all(queued).then(() => stickLabel(order.id, hall));
    }),
  );
}
