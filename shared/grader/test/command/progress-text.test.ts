import { expect, test } from 'vitest';
import { progressText, timeText } from '../../src/command/progress-text.ts';

test.for([
  [0, 500, 0, '0 of 500 graded'],
  [125, 500, 10_000, '125 of 500 graded, 30 s left'],
  [1, 5000, 250, '1 of 5000 graded, 21 min left'],
  [500, 500, 60_000, '500 of 500 graded'],
] as const)('%i of %i after %i ms is "%s".', ([done, total, elapsedMs, text]) => {
  expect(progressText({ done, total, elapsedMs })).toBe(text);
});

test.for([
  [1, '1 s'],
  [99_000, '99 s'],
  [100_000, '2 min'],
  [5_940_000, '99 min'],
  [8_000_000, '2 h 14 min'],
] as const)('%i ms are said as "%s".', ([milliseconds, text]) => {
  expect(timeText(milliseconds)).toBe(text);
});
