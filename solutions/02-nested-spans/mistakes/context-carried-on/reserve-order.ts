import { context, trace } from '@opentelemetry/api';
import { checkStock } from './check-stock.ts';
import type { Hall, Order } from './hall.ts';
import type { PackingBench } from './packing-bench.ts';
import { stickLabel } from './stick-label.ts';

const tracer = trace.getTracer('inventory');

/** Puts an order's items aside for it. Resolves to the number of the parcel they are in. */
export async function reserveOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  let ctx = context.active();
  const attributes = { 'shop.order.id': order.id };
  const reserve = tracer.startSpan('reserve order', { attributes }, ctx);
  ctx = trace.setSpan(ctx, reserve);
  try {
    const check = tracer.startSpan('check stock', {}, ctx);
    ctx = trace.setSpan(ctx, check);
    await context.with(ctx, () => checkStock(order, hall)).finally(() => check.end());

    const pack = tracer.startSpan('pack order', {}, ctx);
    ctx = trace.setSpan(ctx, pack);
    return await context.with(ctx, () => packOrder(order, hall, bench)).finally(() => pack.end());
  } finally {
    reserve.end();
  }
}

async function packOrder(order: Order, hall: Hall, bench: PackingBench): Promise<string> {
  await Promise.all(order.items.map((item) => bench.pack(item)));
  return stickLabel(order.id, hall);
}
