/** How many spans a place in a shape takes, both ends included. */
export interface Count {
  readonly min: number;
  /** `Infinity` where there is no upper end. */
  readonly max: number;
}

/** `n` or more spans of this shape. `atLeast(0)` allows the span without asking for it. */
export function atLeast(n: number): Count {
  return { min: n, max: Number.POSITIVE_INFINITY };
}

/** Up to `n` spans of this shape. On its own it is met by none, so a shape needs another span too. */
export function atMost(n: number): Count {
  return { min: 0, max: n };
}

/** From `min` to `max` spans of this shape, both included. */
export function between(min: number, max: number): Count {
  return { min, max };
}

export function exactly(n: number): Count {
  return { min: n, max: n };
}

export function isCount({ min, max }: Count): boolean {
  const maxIsWhole = max === Number.POSITIVE_INFINITY || Number.isSafeInteger(max);
  return Number.isSafeInteger(min) && maxIsWhole && min >= 0 && max >= min;
}

export function describeCount({ min, max }: Count): string {
  if (min === max) return min === 0 ? 'no' : `exactly ${min}`;
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}
