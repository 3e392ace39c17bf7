import { createHash } from 'node:crypto';

/** As many as one draw has. */
const MOST_DIGITS = 64;

/**
 * The inputs' randomness: the same seed gives the same values in the same order, on every machine.
 *
 * Lessons draw their inputs from it so that no canned trace passes and every grade can be replayed.
 * Draw in a fixed order: a draw more or less changes every value after it.
 *
 * @example
 * ```ts
 * const random = new Random(7);
 * const inputs = { orderId: random.id('order'), euros: random.integer(1, 500) };
 * ```
 */
export class Random {
  readonly #seed: string;
  #drawn = 0;

  /** A number and its text are the same seed. */
  constructor(seed: number | string) {
    this.#seed = String(seed);
  }

  /** A float in [0, 1). */
  fraction(): number {
    return this.#bytes().readUIntBE(0, 6) / 2 ** 48;
  }

  /**
   * A whole number from `low` to `high`, both included.
   *
   * @throws RangeError when they are not whole, or when there is nothing between them.
   */
  integer(low: number, high: number): number {
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high) {
      throw new RangeError(
        `There is no whole number to draw from ${low} to ${high}; give two whole numbers, the lower one first.`,
      );
    }
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** `true` with the given probability, one half unless told. */
  chance(probability = 0.5): boolean {
    return this.fraction() < probability;
  }

  /** One of the choices. */
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
    return choices[this.integer(0, choices.length - 1)] ?? choices[0];
  }

  /**
   * Lowercase hex digits, never all zero: 32 make a trace id, 16 a span id.
   *
   * @throws RangeError for fewer than 1 and more than 64 of them.
   */
  hex(digits: number): string {
    if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS) {
      throw new RangeError(
        `${digits} hex digits cannot be drawn; ask for a whole number from 1 to ${MOST_DIGITS}.`,
      );
    }
    const text = this.#bytes().toString('hex').slice(0, digits);
    return /^0*$/.test(text) ? this.hex(digits) : text;
  }

  /** An id people could have written: `id('order')` gives `order-7f3a09c1`. */
  id(prefix: string): string {
    return `${prefix}-${this.hex(8)}`;
  }

  /** The choices in another order; the given array stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.fraction() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ item }) => item);
  }

  #bytes(): Buffer {
    this.#drawn += 1;
    return createHash('sha256').update(`${this.#seed}:${this.#drawn}`).digest();
  }
}
