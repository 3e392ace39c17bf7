/** How much `parseOtlp` reads before it refuses. */
export interface OtlpLimits {
  /** Spans in all. Default 250,000. */
  readonly spans?: number;
  /**
   * Elements of all lists in all: spans, attributes, events, links and the values inside of them.
   * Default 10 million.
   */
  readonly items?: number;
  /** How deep lists and maps may nest inside of one attribute. Default 32, at most 500. */
  readonly attributeDepth?: number;
}

const deepestSafeRecursion = 500;

/** What is left of each limit, counted down while reading. */
export class Allowance {
  readonly attributeDepth: number;
  readonly #limits: { readonly spans: number; readonly items: number };
  #spans: number;
  #items: number;

  constructor({ spans = 250_000, items = 10_000_000, attributeDepth = 32 }: OtlpLimits) {
    this.attributeDepth = Math.min(attributeDepth, deepestSafeRecursion);
    this.#limits = { spans, items };
    this.#spans = spans;
    this.#items = items;
  }

  /** The limit that these exceed, in words, if they do. */
  takeSpans(count: number): string | undefined {
    this.#spans -= count;
    return this.#spans < 0 ? `${this.#limits.spans} spans` : undefined;
  }

  takeItems(count: number): string | undefined {
    this.#items -= count;
    return this.#items < 0 ? `${this.#limits.items} list elements` : undefined;
  }
}
