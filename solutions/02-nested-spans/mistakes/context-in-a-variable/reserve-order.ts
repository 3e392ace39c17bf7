import { context, type Context } from '@opentelemetry/api';
import { checkStock } from './check-stock.ts';
import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';
import type { PackingBench } from './packing-bench.ts';
import { stickLabel } from './stick-label.ts';

/** The reservation that is under way. */
let reservation: Context;

/** Puts an order's items aside for it. Resolves to the number of the parcel they are in. */
export function reserveOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  return inSpan('reserve order', { 'shop.order.id': order.id }, async () => {
    reservation = context.active();
    await inSpan('check stock', {}, () => checkStock(order, hall));
    const pack = (): Promise<string> =>
      Promise.all(order.items.map((item) => bench.pack(item))).then(() =>
        stickLabel(order.id, hall),
      );
    return context.with(reservation, () => inSpan('pack order', {}, pack));
  });
}
