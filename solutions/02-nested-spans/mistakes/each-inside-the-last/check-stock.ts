import { context, trace } from '@opentelemetry/api';
import type { Hall, Order } from './hall.ts';

const tracer = trace.getTracer('inventory');

/** Counts what is on the shelves. Rejects when something is missing. */
export async function checkStock({ items }: Order, hall: Hall): Promise<void> {
  let within = context.active();
  const counting = items.map((item) => {
    const span = tracer.startSpan('count item', { attributes: { 'shop.item': item } }, within);
    within = trace.setSpan(within, span);
    return context.with(within, () => countItem(item, hall)).finally(() => span.end());
  });
  const counts = await Promise.all(counting);
  const missing = items.filter((_, index) => counts[index] === 0);
  if (missing.length > 0) {
    throw new Error(`out of stock: ${missing.join(', ')}`);
  }
}

function countItem(item: string, hall: Hall): Promise<number> {
  return new Promise((resolve, reject) => {
    hall.whenFree(item, () => hall.count(item).then(resolve, reject));
  });
}
