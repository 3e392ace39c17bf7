/** How often at least and at most. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * How many of so many independent trials succeed, luck included: the binomial distribution's own
 * bounds, beyond which no more than the given share of all runs would come to lie.
 */
export function rangeOfLuck(trials: number, probability: number, beyond: number): Range {
  const chances = chancesOf(trials, probability);
  return {
    low: tailWithin(chances, beyond / 2),
    high: trials - tailWithin(chances.toReversed(), beyond / 2),
  };
}

/** How many counts from the start are together too unlikely to happen. */
function tailWithin(chances: readonly number[], share: number): number {
  let sum = 0;
  return chances.findIndex((chance) => (sum += chance) > share);
}

/** The chance of each count, from none to all. */
function chancesOf(trials: number, probability: number): number[] {
  const odds = probability / (1 - probability);
  const chances = [(1 - probability) ** trials];
  for (let count = 1; count <= trials; count += 1) {
    chances.push(((chances[count - 1] ?? 0) * odds * (trials - count + 1)) / count);
  }
  return chances;
}
