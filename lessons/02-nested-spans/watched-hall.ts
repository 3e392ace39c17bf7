import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import type { Hall, Printer } from './starter/hall.ts';

/** What each thing that can be done here takes. */
const STEP_MS = 2;

/** How long the packer waits for somebody who is still counting. */
const PATIENCE_MS = 100;

/** A hall that leaves word of when each piece of work began and when it was done. */
export class WatchedHall implements Hall {
  readonly printer: WatchedPrinter;
  readonly #observe: Stage<unknown, Inputs>['observe'];
  readonly #isThere: (item: string) => boolean;
  readonly #parcelOf: (orderId: string) => string;
  readonly #counting = new Set<string>();
  #atTheBench = 0;
  #mostAtTheBench = 0;

  constructor(
    observe: Stage<unknown, Inputs>['observe'],
    isThere: (item: string) => boolean,
    parcelOf: (orderId: string) => string,
  ) {
    this.#observe = observe;
    this.#isThere = isThere;
    this.#parcelOf = parcelOf;
    this.printer = new WatchedPrinter(observe);
  }

  whenFree(item: string, begin: () => void): void {
    this.#counting.add(item);
    setTimeout(begin, STEP_MS);
  }

  async count(item: string): Promise<number> {
    await this.#watch('count item', item);
    this.#counting.delete(item);
    return this.#isThere(item) ? 3 : 0;
  }

  async pack(item: string): Promise<void> {
    this.#atTheBench += 1;
    this.#mostAtTheBench = Math.max(this.#mostAtTheBench, this.#atTheBench);
    this.#observe('mostAtTheBench', this.#mostAtTheBench);
    await this.#untilAllAreCounted();
    await this.#watch('pack item', item);
    this.#atTheBench -= 1;
  }

  async stick(orderId: string): Promise<string> {
    await this.#watch('stick label', orderId);
    return this.#parcelOf(orderId);
  }

  async #watch(work: string, of: string): Promise<void> {
    this.#observe(`${work} began`, of);
    await pause(STEP_MS);
    this.#observe(`${work} done`, of);
  }

  /** Whoever packs what is still being counted gets the same order of things on every machine. */
  async #untilAllAreCounted(): Promise<void> {
    for (let waited = 0; this.#counting.size > 0 && waited < PATIENCE_MS; waited += 1) {
      await pause(1);
    }
  }
}

/** Emits from a loop of its own, which begins before anybody asks for a label. */
class WatchedPrinter extends EventEmitter<{ printed: [orderId: string] }> implements Printer {
  readonly #observe: Stage<unknown, Inputs>['observe'];
  readonly #waiting: string[] = [];
  readonly #motor = setInterval(() => this.#printNext(), STEP_MS).unref();

  constructor(observe: Stage<unknown, Inputs>['observe']) {
    super();
    this.#observe = observe;
  }

  print(orderId: string): void {
    this.#observe('label asked for', orderId);
    this.#waiting.push(orderId);
    this.#motor.ref();
  }

  #printNext(): void {
    const orderId = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#motor.unref();
    if (orderId !== undefined) this.emit('printed', orderId);
  }
}
