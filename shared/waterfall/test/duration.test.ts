import { expect, test } from 'vitest';
import { durationText } from '../src/index.ts';

test.for([
  [0n, '0 ns'],
  [999n, '999 ns'],
  [1_500n, '1.5 µs'],
  [850_000n, '850 µs'],
  [12_345_678n, '12.3 ms'],
  [2_100_000_000n, '2.1 s'],
  [119_000_000_000n, '119 s'],
  [125_000_000_000n, '2 min 5 s'],
  [-3_000_000n, '-3 ms'],
] as const)('%d nanoseconds are read as %s.', ([nanoseconds, text]) => {
  expect(durationText(nanoseconds)).toBe(text);
});
