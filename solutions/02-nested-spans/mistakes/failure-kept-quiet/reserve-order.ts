import { SpanStatusCode, trace } from '@opentelemetry/api';
import { checkStock } from './check-stock.ts';
import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';
import type { PackingBench } from './packing-bench.ts';
import { stickLabel } from './stick-label.ts';

/** Puts an order's items aside for it. Resolves to the number of the parcel they are in. */
export function reserveOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  return inSpan('reserve order', { 'shop.order.id': order.id }, async () => {
    try {
      await inSpan('check stock', {}, () => checkStock(order, hall));
      return await inSpan('pack order', {}, async () => {
        await Promise.all(order.items.map((item) => bench.pack(item)));
        return stickLabel(order.id, hall);
      });
    } catch (error) {
      trace.getActiveSpan()?.recordException(error instanceof Error ? error : String(error));
      trace.getActiveSpan()?.setStatus({ code: SpanStatusCode.ERROR });
      return 'no parcel';
    }
  });
}
