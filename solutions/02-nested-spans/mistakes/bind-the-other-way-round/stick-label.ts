import { context } from '@opentelemetry/api';
import type { Hall } from './hall.ts';
import { inSpan } from './in-span.ts';

/** Has a label printed, and sticks it on the parcel. Resolves to the number of the parcel. */
export function stickLabel(orderId: string, hall: Hall): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();

  const listener = (printed: string): void => {
    if (printed !== orderId) return;
    hall.printer.off('printed', onPrinted);
    const stick = (): Promise<string> => hall.stick(orderId);
    inSpan('stick label', { 'shop.order.id': orderId }, stick).then(resolve, reject);
  };
  const onPrinted = context.bind(listener, context.active());

  hall.printer.on('printed', onPrinted);
  hall.printer.print(orderId);
  return promise;
}
