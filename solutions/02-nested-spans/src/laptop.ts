import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hall, Order, Printer } from './hall.ts';

const KITES = ['red', 'green', 'blue', 'black'];

/** Orders to try things out with. Nobody has black kites any more. */
export function laptopOrders(count: number): Order[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `order-${1017 + index}`,
    items: [`kite-${KITES[index % KITES.length]}`, 'tail-long'],
  }));
}

/** The hall as it behaves on a laptop: everything in it takes a while. */
export function laptopHall(): Hall & Disposable {
  const printer = new LaptopPrinter();
  return {
    printer,
    whenFree: (_item, begin) => void setTimeout(begin, 20),
    count: (item) => pause(30, item === 'kite-black' ? 0 : 3),
    pack: () => pause(50),
    stick: (orderId) => pause(20, `parcel-for-${orderId}`),
    [Symbol.dispose]: () => printer.switchOff(),
  };
}

class LaptopPrinter extends EventEmitter<{ printed: [orderId: string] }> implements Printer {
  readonly #waiting: string[] = [];
  readonly #motor = setInterval(() => this.#printNext(), 40);

  print(orderId: string): void {
    this.#waiting.push(orderId);
  }

  switchOff(): void {
    clearInterval(this.#motor);
  }

  #printNext(): void {
    const orderId = this.#waiting.shift();
    if (orderId !== undefined) this.emit('printed', orderId);
  }
}
