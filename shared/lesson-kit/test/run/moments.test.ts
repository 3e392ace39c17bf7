import { expect, test } from 'vitest';
import { momentsIn } from '../../src/run/moments.ts';

const asIs = (value: unknown) => (typeof value === 'string' ? value : null);

test('an observation tells how far the spans were when it was made', () => {
  const lines = [
    { t: 'start' },
    { t: 'observe', name: 'bank', value: 'asked' },
    { t: 'start' },
    { t: 'end' },
    { t: 'export' },
    { t: 'observe', name: 'bank', value: 'answered' },
    { t: 'end' },
  ];
  expect(momentsIn(lines, asIs)).toEqual([
    { name: 'bank', value: 'asked', started: 1, ended: 0, exported: 0 },
    { name: 'bank', value: 'answered', started: 2, ended: 1, exported: 1 },
  ]);
});

test('an observation without a name is passed over', () => {
  expect(momentsIn([{ t: 'observe', value: 'asked' }], asIs)).toEqual([]);
});
