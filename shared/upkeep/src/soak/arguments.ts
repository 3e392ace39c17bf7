import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countTyped } from '../typed.ts';

export const usage = `Judges the solutions again and again while every core is kept busy, each time with another seed.

npm run soak -- [--runs 1000] [--at-once 4] [LESSON…]
npm run soak -- --grade [--runs 1000] [--at-once 8] [--keep DIR] [LESSON…]

With --grade the solutions, the other right answers and the mistakes are handed in to npm run grade,
each behind a wall and with inputs of its own. A grade is right when
  - a right answer has all points, and every check is passed;
  - a mistake fails first, without a wall and on the same inputs, at the check that it declares;
  - each check is passed behind the wall that is passed without it, and no other, and has all its
    points or none; the points of the whole are their sum;
  - a mistake that passes nothing but what the untouched starter passes as well has no points.

--no-busy leaves the cores to what is judged. --keep DIR keeps the works and their grades in DIR, and
the same command goes on from there, however the last one ended.

Ends with 0 when nothing was wrong. Ctrl-C ends it early and prints the count so far.`;

export interface SoakArguments {
  readonly runs: number;
  readonly atOnce: number;
  readonly grade: boolean;
  readonly busy: boolean;
  /** An absolute path. */
  readonly keep: string | undefined;
  readonly help: boolean;
  /** Names of lessons; none means all. */
  readonly lessons: readonly string[];
}

/** @throws TypeError for an option that does not exist, RangeError for a number that makes no sense. */
export function soakArguments(args: readonly string[]): SoakArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      runs: { type: 'string', default: '1000' },
      'at-once': { type: 'string' },
      grade: { type: 'boolean', default: false },
      busy: { type: 'boolean', default: true },
      keep: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { runs, grade, busy, keep, help } = values;
  return {
    runs: countTyped('runs', runs),
    atOnce: countTyped('at-once', values['at-once'] ?? (grade ? '8' : '4')),
    grade,
    busy,
    keep: keep && resolve(keep),
    help,
    lessons: positionals,
  };
}
