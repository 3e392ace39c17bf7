import { expect, test } from 'vitest';
import { firstToMend } from '../../src/room/first-to-mend.ts';
import { gradeOf } from '../fixtures/grades.ts';

test('a check that only waits for another stops nobody who has something to mend', () => {
  const { checks } = gradeOf({ learner: 'ada', words: ['not-yet', 'not-yet'] });
  const waiting = checks.slice(0, 1).map((check) => ({ ...check, waits: true as const }));
  expect(firstToMend([...waiting, ...checks.slice(1)])?.id).toBe('check-2');
  expect(firstToMend(waiting)?.id).toBe('check-1');
  expect(firstToMend([])).toBeUndefined();
});
