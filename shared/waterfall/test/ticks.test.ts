import { expect, test } from 'vitest';
import { ticksOf } from '../src/index.ts';
import { milliseconds } from './fixtures/spans.ts';

test.for([
  [12, 4, ['0', '5 ms', '10 ms']],
  [
    12,
    20,
    [
      '0',
      '1 ms',
      '2 ms',
      '3 ms',
      '4 ms',
      '5 ms',
      '6 ms',
      '7 ms',
      '8 ms',
      '9 ms',
      '10 ms',
      '11 ms',
      '12 ms',
    ],
  ],
  [0.004, 3, ['0', '2 µs', '4 µs']],
  [90_000, 3, ['0', '50 s']],
  [1, 1, ['0']],
] as const)('Ticks over %d ms, %d at most, stand at round times.', ([length, most, texts]) => {
  const ticks = ticksOf({ start: 0n, end: milliseconds(length) }, most);
  expect(ticks.map(({ text }) => text)).toStrictEqual(texts);
});

test('No tick lies outside, and there are never too many.', () => {
  for (let length = 1n; length < 10n ** 18n; length = length * 3n + 1n) {
    for (const most of [1, 2, 5, 9]) {
      const ticks = ticksOf({ start: 0n, end: length }, most);
      expect(ticks.length).toBeLessThanOrEqual(most);
      expect(ticks[0]).toStrictEqual({ at: 0, text: '0' });
      expect(ticks.every(({ at }) => at >= 0 && at <= 1)).toBe(true);
    }
  }
});
