import { ConsoleSpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { Hall, Order } from './hall.ts';
import { inSpan } from './in-span.ts';
import { laptopHall, laptopOrders } from './laptop.ts';
import { PackingBench } from './packing-bench.ts';
import { reserveOrder } from './reserve-order.ts';
import { startTracing } from './tracing.ts';

export interface Shift {
  readonly orders: readonly Order[];
  readonly hall: Hall;
  readonly createExporter?: () => SpanExporter;
}

/** Reserves orders, all at once, and says what became of each: a parcel number, or why not. */
export async function main({
  orders,
  hall,
  createExporter = () => new ConsoleSpanExporter(),
}: Shift): Promise<PromiseSettledResult<string>[]> {
  const provider = startTracing(createExporter());
  const bench = new PackingBench(hall);
  const packer = bench.work();
  try {
    return await inSpan('work shift', {}, () =>
      Promise.allSettled(orders.map((order) => reserveOrder(order, hall, bench))),
    );
  } finally {
    bench.close();
    await packer;
    await provider.shutdown();
  }
}

if (import.meta.main) {
  using hall = laptopHall();
  console.log(await main({ orders: laptopOrders(Number(process.argv[2] ?? 1)), hall }));
}
