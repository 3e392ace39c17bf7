import { describe, expect, test } from 'vitest';
import { gradescope } from '../../src/format/gradescope.ts';
import { excused, gradeWith, nasty } from '../fixtures/grades.ts';
import { complaintsOf } from '../fixtures/fit.ts';
import { learnerText } from '../fixtures/report-text.ts';
import schema from '../schema/gradescope.schema.json' with { type: 'json' };

const two = [gradeWith(), gradeWith({ lesson: '02-nested-spans' })];

test('A learner with two lessons gets the sum of both, a test for each check.', () => {
  expect(learnerText(gradescope, two)).toMatchInlineSnapshot(`
    "{
      "score": 2,
      "execution_time": 1,
      "output": "01-first-span: not yet, 1 of 3 points.\\n02-nested-spans: not yet, 1 of 3 points.\\nSubmissions ran apart from the judge and without a network, by bubblewrap.",
      "output_format": "text",
      "test_output_format": "text",
      "test_name_format": "text",
      "visibility": "visible",
      "tests": [
        {
          "name": "01-first-span: a tracer provider is registered",
          "number": "1.1",
          "score": 1,
          "max_score": 1,
          "status": "passed",
          "output": "",
          "output_format": "text",
          "visibility": "visible",
          "extra_data": {
            "id": "registered",
            "verdict": "passed"
          }
        },
        {
          "name": "01-first-span: the span is ended",
          "number": "1.2",
          "score": 0,
          "max_score": 2,
          "status": "failed",
          "output": "Expected  an ended span\\nFound     one that never ended",
          "output_format": "text",
          "visibility": "visible",
          "extra_data": {
            "id": "ended",
            "verdict": "not-yet"
          }
        },
        {
          "name": "02-nested-spans: a tracer provider is registered",
          "number": "2.1",
          "score": 1,
          "max_score": 1,
          "status": "passed",
          "output": "",
          "output_format": "text",
          "visibility": "visible",
          "extra_data": {
            "id": "registered",
            "verdict": "passed"
          }
        },
        {
          "name": "02-nested-spans: the span is ended",
          "number": "2.2",
          "score": 0,
          "max_score": 2,
          "status": "failed",
          "output": "Expected  an ended span\\nFound     one that never ended",
          "output_format": "text",
          "visibility": "visible",
          "extra_data": {
            "id": "ended",
            "verdict": "not-yet"
          }
        }
      ],
      "extra_data": {
        "tracelings": [
          {
            "version": 1,
            "lesson": "01-first-span",
            "verdict": "not-yet",
            "points": 1,
            "maxPoints": 3,
            "seed": 7,
            "isolation": "bwrap",
            "graderVersion": "0.1.0+abc",
            "lessonVersion": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "submissionHash": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
            "durationMs": 240,
            "gradedAt": "2026-11-21T10:00:00.000Z",
            "recalled": false
          },
          {
            "version": 1,
            "lesson": "02-nested-spans",
            "verdict": "not-yet",
            "points": 1,
            "maxPoints": 3,
            "seed": 7,
            "isolation": "bwrap",
            "graderVersion": "0.1.0+abc",
            "lessonVersion": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "submissionHash": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
            "durationMs": 240,
            "gradedAt": "2026-11-21T10:00:00.000Z",
            "recalled": false
          }
        ]
      }
    }
    "
  `);
});

test.for([
  ['two lessons', two],
  ['a nasty learner', [nasty]],
] as const)('The results of %s are as Gradescope wants them.', ([, grades]) => {
  expect(complaintsOf(learnerText(gradescope, grades), schema)).toBe('');
});

test('The score is the sum of what the tests show.', () => {
  const results: unknown = JSON.parse(learnerText(gradescope, two));
  expect(results).toMatchObject({
    score: 2,
    tests: [{ score: 1 }, { score: 0 }, { score: 1 }, { score: 0 }],
  });
});

test('All text is shown as text, never as HTML or Markdown.', () => {
  const text = learnerText(gradescope, [nasty]);
  expect(text).toContain('"output_format": "text"');
  expect(text).not.toMatch(/format": "(?!text)/);
});

test('A failure of the grader gives no results, since they would cost points.', () => {
  expect(
    gradescope.text('ada', [gradeWith(), excused({ lesson: '02-nested-spans' })]),
  ).toBeUndefined();
});

describe('the transcribed schema', () => {
  test.for([['{}'], ['{"tests":[{"name":"a"}]}'], ['{"score":1,"grade":1}']] as const)(
    'refuses %s',
    ([text]) => {
      expect(complaintsOf(text, schema)).not.toBe('');
    },
  );
});
