import { on } from 'node:events';
import type { Hall } from './hall.ts';
import { inSpan } from './in-span.ts';

/** Has a label printed, and sticks it on the parcel. Resolves to the number of the parcel. */
export async function stickLabel(orderId: string, hall: Hall): Promise<string> {
  const labels = on(hall.printer, 'printed');
  hall.printer.print(orderId);
  for await (const [printed] of labels) {
    if (printed === orderId) break;
  }
  return inSpan('stick label', { 'shop.order.id': orderId }, () => hall.stick(orderId));
}
