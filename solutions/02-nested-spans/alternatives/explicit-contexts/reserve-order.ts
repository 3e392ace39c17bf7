import { ROOT_CONTEXT } from '@opentelemetry/api';
import { checkStock } from './check-stock.ts';
import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';
import type { PackingBench } from './packing-bench.ts';
import { stickLabel } from './stick-label.ts';

/** Puts an order's items aside for it. Resolves to the number of the parcel they are in. */
export function reserveOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  const about = { 'shop.order.id': order.id };
  return inSpan('reserve order', about, ROOT_CONTEXT, async (reservation) => {
    await inSpan('check stock', {}, reservation, (step) => checkStock(order, hall, step));
    return inSpan('pack order', {}, reservation, async (step) => {
      await Promise.all(order.items.map((item) => bench.pack(item, step)));
      return stickLabel(order.id, hall, step);
    });
  });
}
