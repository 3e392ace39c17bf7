import { ConsoleSpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import { laptopBank, type Bank, type Order, type Receipt } from './bank.ts';
import { chargeOrder } from './charge-order.ts';
import { startTracing } from './tracing.ts';

export interface Job {
  readonly order: Order;
  readonly bank?: Bank;
  readonly createExporter?: () => SpanExporter;
}

/** Charges one order. The scheduler ends the process as soon as this is done. */
export async function main({
  order,
  bank = laptopBank,
  createExporter = () => new ConsoleSpanExporter(),
}: Job): Promise<Receipt> {
  startTracing(createExporter);

  // TODO 3: Wait here, whatever the bank answers, until the span has been delivered.
  return await chargeOrder(order, bank);
}

if (import.meta.main) {
  const euros = Number(process.argv[2] ?? 42);
  console.log(await main({ order: { id: 'order-1017', euros } }));
}
