import { expect, test } from 'vitest';
import { readGrade } from '../../src/grade/grade-reader.ts';
import { excused, failed, gradeWith, nasty, passed } from '../fixtures/grades.ts';

test.for([
  ['with points to win', gradeWith()],
  ['of a learner with a nasty name', nasty],
  ['that says nothing of the work', excused()],
] as const)('A grade %s comes back as it was written.', ([, grade]) => {
  expect(readGrade(JSON.stringify(grade))).toStrictEqual(JSON.parse(JSON.stringify(grade)));
});

test.for([
  ['an empty line', ''],
  ['half a line', JSON.stringify(gradeWith()).slice(0, 200)],
  ['another kind of thing', '{"version":1}'],
  ['a grade of a later version', JSON.stringify({ ...gradeWith(), version: 2 })],
  ['a field that nobody knows', JSON.stringify({ ...gradeWith(), bonus: 5 })],
  ['more points than the checks give', JSON.stringify(gradeWith({ points: 3 }))],
  ['half a point', JSON.stringify(gradeWith({ checks: [{ ...passed, points: 0.5 }] }))],
  [
    'a check with more points than it has',
    JSON.stringify(gradeWith({ checks: [{ ...passed, points: 2 }] })),
  ],
  [
    'points below zero',
    JSON.stringify(
      gradeWith({
        checks: [
          { ...failed, points: -1 },
          { ...passed, points: 1 },
        ],
      }),
    ),
  ],
] as const)('No grade is read from %s.', ([, line]) => {
  expect(readGrade(line)).toBeUndefined();
});
