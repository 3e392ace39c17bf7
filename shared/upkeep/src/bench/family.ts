/** One thing to measure. */
export interface BenchmarkCase {
  readonly name: string;
  /** A case that knows better than the clock around it gives what it measured. */
  run(): void | number | Promise<void | number>;
  /** Of what is measured; milliseconds unless told. */
  readonly unit?: 'MiB';
  /** The bars it has to keep, on the median unless they say otherwise. */
  readonly atMost?: Bar | readonly Bar[];
}

/** In milliseconds or mebibytes; or against the first case of the family, as a multiple or as a difference. */
export type Bar =
  | { readonly ms: number }
  | { readonly p95Ms: number }
  | { readonly mebibytes: number }
  | { readonly timesFirst: number }
  | { readonly msAboveFirst: number };

/** Cases that are measured side by side, so that what slows the machine slows all of them. */
export interface BenchmarkFamily {
  readonly name: string;
  /** The first one is what the others are compared with. */
  readonly cases: readonly BenchmarkCase[];
  /** How often each case is measured where the command names no number. */
  readonly rounds: number;
  /** Whether a round goes before that is not counted; yes unless told. */
  readonly warmsUp?: false;
}
