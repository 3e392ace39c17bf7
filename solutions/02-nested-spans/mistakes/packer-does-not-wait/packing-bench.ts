import { context, type Context } from '@opentelemetry/api';
import type { Hall } from './hall.ts';
import { inSpan } from './in-span.ts';

interface Job {
  readonly item: string;
  readonly packed: PromiseWithResolvers<void>;
  readonly queuedIn: Context;
}

/** A queue of items, and one packer who works it off. */
export class PackingBench {
  readonly #hall: Hall;
  readonly #jobs: Job[] = [];
  #bell = Promise.withResolvers<void>();
  #isOpen = true;

  constructor(hall: Hall) {
    this.#hall = hall;
  }

  /** Queues an item. Resolves when it has been packed. */
  pack(item: string): Promise<void> {
    const packed = Promise.withResolvers<void>();
    this.#jobs.push({ item, packed, queuedIn: context.active() });
    this.#bell.resolve();
    return packed.promise;
  }

  /** The packer's day: starts before the first order comes, and lasts until `close`. */
  async work(): Promise<void> {
    while (this.#isOpen) {
      for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
        await this.#carryOut(job);
      }
      await this.#bell.promise;
      this.#bell = Promise.withResolvers();
    }
  }

  close(): void {
    this.#isOpen = false;
    this.#bell.resolve();
  }

  async #carryOut({ item, packed, queuedIn }: Job): Promise<void> {
    const work = (): Promise<void> => this.#hall.pack(item);
    context
      .with(queuedIn, () => inSpan('pack item', { 'shop.item': item }, work))
      .then(packed.resolve, packed.reject);
  }
}
