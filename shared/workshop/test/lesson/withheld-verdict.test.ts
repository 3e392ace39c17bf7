import { expect, test } from 'vitest';
import { withheldVerdict } from '../../src/lesson/withheld-verdict.ts';
import { lessonFolder } from '../fixtures/verdicts.ts';

test('A withheld verdict gives no points, asks no check, and says why once.', () => {
  const withheld = { source: 'jaeger', seed: 7, verdict: 'environment-missing' } as const;
  const verdict = withheldVerdict(lessonFolder(), withheld, 'No container engine was found.');
  expect(verdict).toMatchObject({ points: 0, maxPoints: 6, verdict: 'environment-missing' });
  expect(verdict.checks.map((check) => check.message)).toStrictEqual([
    'No container engine was found.',
    '',
    '',
  ]);
});
