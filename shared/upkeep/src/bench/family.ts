/** One thing to measure. */
export interface BenchmarkCase {
  readonly name: string;
  run(): void | Promise<void>;
  /** The bar it has to keep, on the median. */
  readonly atMost?: Bar;
}

/** In milliseconds; or against the first case of the family, as a multiple or as a difference. */
export type Bar =
  | { readonly ms: number }
  | { readonly timesFirst: number }
  | { readonly msAboveFirst: number };

/** Cases that are measured side by side, so that what slows the machine slows all of them. */
export interface BenchmarkFamily {
  readonly name: string;
  /** The first one is what the others are compared with. */
  readonly cases: readonly BenchmarkCase[];
  /** How often each case is measured where the command names no number. */
  readonly rounds: number;
}
