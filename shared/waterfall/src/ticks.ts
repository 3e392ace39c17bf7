import type { Bounds } from './bounds.ts';
import { durationText } from './duration.ts';

/** A mark on the time axis. */
export interface Tick {
  /** Share of the whole, from 0 at the left to 1. */
  readonly at: number;
  /** The time since the start, such as `5 ms`. */
  readonly text: string;
}

/**
 * Ticks at round times, the first at 0 and no more than `most` of them (at least 1): steps are 1, 2
 * or 5 of some power of ten nanoseconds.
 *
 * @example
 * ```ts
 * ticksOf({ start: 0n, end: 12_000_000n }, 4).map(({ text }) => text); // ['0', '5 ms', '10 ms']
 * ```
 */
export function ticksOf({ start, end }: Bounds, most: number): Tick[] {
  const length = Number(end - start);
  const step = roundStep(length / Math.max(1, most - 1));
  const count = Math.min(Math.max(1, most), Math.floor(length / step) + 1);
  return Array.from({ length: count }, (_none, index) => ({
    at: (index * step) / length,
    text: index === 0 ? '0' : durationText(BigInt(Math.round(index * step))),
  }));
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least) ?? 10;
  return factor * power;
}
