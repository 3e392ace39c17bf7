import { expect, it } from 'vitest';
import { benchmarkArguments } from '../../src/bench/arguments.ts';

it('measures everything, as often as each family asks for, where nothing is said', () => {
  const defaults = {
    only: '',
    rounds: undefined,
    saves: undefined,
    submissions: undefined,
    json: false,
    help: false,
  };
  expect(benchmarkArguments([])).toEqual(defaults);
});

it('takes a name, numbers of rounds, saves and submissions, and JSON', () => {
  const given = benchmarkArguments([
    '--only',
    'matching',
    '--rounds',
    '3',
    '--saves',
    '5',
    '--submissions',
    '7',
    '--json',
  ]);
  expect(given).toEqual({
    only: 'matching',
    rounds: 3,
    saves: 5,
    submissions: 7,
    json: true,
    help: false,
  });
});

it.for(['0', '-1', '1.5', 'many'])('refuses %s rounds', (rounds) => {
  expect(() => benchmarkArguments([`--rounds=${rounds}`])).toThrow(
    `--rounds takes a whole number above 0, and got "${rounds}".`,
  );
});
