import { expect, it } from 'vitest';
import { interleavedRounds } from '../../src/bench/rounds.ts';

it('measures the cases in turns, after one turn that is not counted', async () => {
  const turns: string[] = [];
  const cases = ['a', 'b'].map((name) => ({ name, run: () => void turns.push(name) }));
  const durations = await interleavedRounds(cases, 2);
  expect(turns.join('')).toBe('ababab');
  expect(durations.map((rounds) => rounds.length)).toEqual([2, 2]);
});

it('takes the number of a case that has measured by itself, and warms up nothing where told', async () => {
  const measured = [7, 8].values();
  const cases = [{ name: 'own', run: () => measured.next().value ?? 0 }];
  expect(await interleavedRounds(cases, 2, false)).toEqual([[7, 8]]);
});
