import { randomInt } from 'node:crypto';

/** Short enough to be typed again: a verdict names it, and `--seed` replays the same inputs. */
export function drawSeed(): number {
  return randomInt(1_000_000);
}
