import { context, trace, type Span } from '@opentelemetry/api';
import { checkStock } from './check-stock.ts';
import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';
import type { PackingBench } from './packing-bench.ts';
import { stickLabel } from './stick-label.ts';

/** Puts an order's items aside for it. Resolves to the number of the parcel they are in. */
export function reserveOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  return inSpan('reserve order', { 'shop.order.id': order.id }, async () => {
    const first = await inSpan('check stock', {}, async () => {
      await checkStock(order, hall);
      return trace.getActiveSpan();
    });
    return context.with(contextWith(first), () =>
      inSpan('pack order', {}, async () => {
        await Promise.all(order.items.map((item) => bench.pack(item)));
        return stickLabel(order.id, hall);
      }),
    );
  });
}

function contextWith(span: Span | undefined) {
  return span === undefined ? context.active() : trace.setSpan(context.active(), span);
}
