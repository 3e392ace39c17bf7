import type { Hall } from './hall.ts';
import { inSpan } from './in-span.ts';

/** The bench on which items are packed. */
export class PackingBench {
  readonly #hall: Hall;

  constructor(hall: Hall) {
    this.#hall = hall;
  }

  /** Packs an item. */
  pack(item: string): Promise<void> {
    return inSpan('pack item', { 'shop.item': item }, () => this.#hall.pack(item));
  }
}
