import { expect, test } from 'vitest';
import grade from '../../schema/grade.schema.json' with { type: 'json' };
import report from '../../schema/report.schema.json' with { type: 'json' };
import { isolationNotice } from '../../src/format/isolation-notice.ts';
import { json } from '../../src/format/json.ts';
import { excused, gradeWith, nasty } from '../fixtures/grades.ts';
import { complaintsOf } from '../fixtures/fit.ts';
import { classText } from '../fixtures/report-text.ts';

test.for([
  ['nobody', []],
  ['one learner', [gradeWith()]],
  [
    'a class',
    [
      gradeWith(),
      nasty,
      excused({ learner: 'zoe' }),
      gradeWith({ isolation: 'none', learner: 'bob' }),
    ],
  ],
] as const)('The report of %s fits its schema.', async ([, grades]) => {
  expect(complaintsOf(await classText(json, grades), report, grade)).toBe('');
});

test('The schema refuses what is no grade.', async () => {
  const text = await classText(json, [gradeWith()]);
  expect(complaintsOf(text.replace('"not-yet"', '"nearly"'), report, grade)).toContain(
    'must be equal to one of the allowed values',
  );
});

test('Nothing is lost on the way, however nasty.', async () => {
  const parsed: unknown = JSON.parse(await classText(json, [nasty]));
  expect(parsed).toMatchObject({ grades: [JSON.parse(JSON.stringify(nasty))] });
});

test('It says at its top what stood between submissions and the judge.', async () => {
  const grades = [gradeWith(), gradeWith({ learner: 'bob', isolation: 'none' })];
  const parsed: unknown = JSON.parse(await classText(json, grades));
  expect(parsed).toMatchObject({
    createdAt: '2026-11-21T12:00:00.000Z',
    isolation: ['bwrap', 'none'],
    notice: isolationNotice(['bwrap', 'none']),
  });
});
