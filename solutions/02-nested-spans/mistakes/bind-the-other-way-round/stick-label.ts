import { context } from '@opentelemetry/api';
import type { Hall } from './hall.ts';
import { inSpan } from './in-span.ts';

/** Has a label printed, and sticks it on the parcel. Resolves to the number of the parcel. */
export function stickLabel(orderId: string, hall: Hall): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();

  const listener = (printed: string): void => {
    if (printed !== orderId) return;
    // @ts-expect-error -- what came back is a context, and no listener
    hall.printer.off('printed', onPrinted);
    const stick = (): Promise<string> => hall.stick(orderId);
    inSpan('stick label', { 'shop.order.id': orderId }, stick).then(resolve, reject);
  };
  // @ts-expect-error -- the function and the context have changed places
  const onPrinted = context.bind(listener, context.active());

  // @ts-expect-error -- nor does it become one here
  hall.printer.on('printed', onPrinted);
  hall.printer.print(orderId);
  return promise;
}
