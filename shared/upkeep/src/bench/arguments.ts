import { parseArgs } from 'node:util';
import { countTyped } from '../typed.ts';

export const usage = `Usage: npm run bench [-- --only NAME] [--rounds N] [--saves N] [--submissions N] [--json]

Measures what has to stay quick, the cases of a family side by side. Ends with 1 where a bar is missed.

  --only NAME       only what is called NAME, such as matching
  --rounds N        how often each case is measured; by default as often as its family asks for
  --saves N         how often each lesson is saved where saves are measured; 100 unless told
  --submissions N   how many are graded where that is measured; 200 unless told, 5,000 for memory
  --json            print one JSON object and nothing else
  --help            show this text`;

export interface BenchmarkArguments {
  readonly only: string;
  readonly rounds: number | undefined;
  readonly saves: number | undefined;
  readonly submissions: number | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

/** @throws TypeError for an option that does not exist, RangeError for a number that makes no sense. */
export function benchmarkArguments(args: readonly string[]): BenchmarkArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      rounds: { type: 'string' },
      saves: { type: 'string' },
      submissions: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { rounds, saves, submissions } = values;
  return {
    ...values,
    rounds: rounds === undefined ? undefined : countTyped('rounds', rounds),
    saves: saves === undefined ? undefined : countTyped('saves', saves),
    submissions: submissions === undefined ? undefined : countTyped('submissions', submissions),
  };
}
