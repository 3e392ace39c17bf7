import { expect, test } from 'vitest';
import { WITHHELD } from '../../../grader/src/grading/starter-gate.ts';
import { firstToMend } from '../../src/room/first-to-mend.ts';
import { gradeOf } from '../fixtures/grades.ts';

test('a check that only waits for another stops nobody who has something to mend', () => {
  const { checks } = gradeOf({ learner: 'ada', words: ['not-yet', 'not-yet'] });
  const [first, ...others] = checks.map((check) => ({ ...check, message: WITHHELD }));
  const mendable = others.map((check) => ({ ...check, message: 'Found nothing' }));
  expect(firstToMend([...(first ? [first] : []), ...mendable])?.id).toBe('check-2');
  expect(firstToMend(first ? [first] : [])?.id).toBe('check-1');
  expect(firstToMend([])).toBeUndefined();
});
