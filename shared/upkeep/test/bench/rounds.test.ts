import { expect, it } from 'vitest';
import { interleavedRounds } from '../../src/bench/rounds.ts';

it('measures the cases in turns, after one turn that is not counted', async () => {
  const turns: string[] = [];
  const cases = ['a', 'b'].map((name) => ({ name, run: () => void turns.push(name) }));
  const durations = await interleavedRounds(cases, 2);
  expect(turns.join('')).toBe('ababab');
  expect(durations.map((rounds) => rounds.length)).toEqual([2, 2]);
});
