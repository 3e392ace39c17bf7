import type { Hall } from './hall.ts';
import { inSpan } from './in-span.ts';

/** Has a label printed, and sticks it on the parcel. Resolves to the number of the parcel. */
export function stickLabel(orderId: string, hall: Hall): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();

  // TODO 5: The printer calls this listener from its own loop, where no span is active. Let it run
  // in the context in which it was added.
  const onPrinted = (printed: string): void => {
    if (printed !== orderId) return;
    hall.printer.off('printed', onPrinted);
    const stick = (): Promise<string> => hall.stick(orderId);
    inSpan('stick label', { 'shop.order.id': orderId }, stick).then(resolve, reject);
  };

  hall.printer.on('printed', onPrinted);
  hall.printer.print(orderId);
  return promise;
}
