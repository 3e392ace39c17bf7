import { context, trace, type Span } from '@opentelemetry/api';
import type { Hall } from './hall.ts';

const tracer = trace.getTracer('inventory/packing-bench');

interface Job {
  readonly item: string;
  readonly packed: PromiseWithResolvers<void>;
  readonly span: Span;
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
    const attributes = { 'shop.item': item, 'shop.jobs_before': this.#jobs.length };
    const span = tracer.startSpan('pack item', { attributes });
    this.#jobs.push({ item, packed, span });
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

  async #carryOut({ item, packed, span }: Job): Promise<void> {
    span.addEvent('taken from the queue');
    try {
      await context.with(trace.setSpan(context.active(), span), () => this.#hall.pack(item));
      packed.resolve();
    } catch (error) {
      packed.reject(error);
    } finally {
      span.end();
    }
  }
}
