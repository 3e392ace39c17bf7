import { expect, test } from 'vitest';
import { progressText, timeText } from '../../src/command/progress-text.ts';

test.for([
  [0, 0, 500, 0, '0 of 500 graded'],
  [125, 0, 500, 10_000, '125 of 500 graded, 30 s left'],
  [1, 0, 5000, 250, '1 of 5000 graded, 21 min left'],
  [300, 290, 350, 1000, '300 of 350 graded, 5 s left'],
  [250, 250, 500, 1000, '250 of 500 graded, 1 s left'],
  [500, 0, 500, 60_000, '500 of 500 graded'],
] as const)(
  '%i, %i of them known, of %i after %i ms is "%s".',
  ([done, known, total, elapsedMs, text]) => {
    expect(progressText({ done, known, total, elapsedMs })).toBe(text);
  },
);

test.for([
  [1, '1 s'],
  [99_000, '99 s'],
  [100_000, '2 min'],
  [5_940_000, '99 min'],
  [8_000_000, '2 h 14 min'],
] as const)('%i ms are said as "%s".', ([milliseconds, text]) => {
  expect(timeText(milliseconds)).toBe(text);
});
