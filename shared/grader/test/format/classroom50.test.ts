import { afterEach, describe, expect, test, vi } from 'vitest';
import { classroom50 } from '../../src/format/classroom50.ts';
import { excused, gradeWith, nasty } from '../fixtures/grades.ts';
import { complaintsOf } from '../fixtures/fit.ts';
import { learnerText } from '../fixtures/report-text.ts';
import schema from '../schema/classroom50.schema.json' with { type: 'json' };

const runner = {
  CLASSROOM: 'tracing',
  ASSIGNMENT: 'first-span',
  USERNAME: 'ada',
  SUBMISSION_TAG: 'submit/2026-11-21T10-00-00Z-abc1234',
  COMMIT_URL: 'https://git.example/ada/commit/abc1234',
  RELEASE_URL: 'https://git.example/ada/releases/abc1234',
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('where Classroom 50 runs it', () => {
  test('the result carries the identity that the runner gave', () => {
    setUp(runner);
    expect(learnerText(classroom50, [gradeWith()])).toMatchInlineSnapshot(`
      "{
        "schema": "classroom50/result/v1",
        "classroom": "tracing",
        "assignment": "first-span",
        "assignment_type": "individual",
        "owner": "ada",
        "submission": "submit/2026-11-21T10-00-00Z-abc1234",
        "commit": "https://git.example/ada/commit/abc1234",
        "release": "https://git.example/ada/releases/abc1234",
        "review": "https://git.example/ada/commit/abc1234",
        "datetime": "2026-11-21T10:00:00Z",
        "graded_at": "2026-11-21T10:00:00Z",
        "score": 1,
        "max-score": 3,
        "tests": [
          {
            "test-name": "01-first-span: a tracer provider is registered",
            "passed": true,
            "score": 1,
            "max-score": 1,
            "message": "",
            "isolation": "Submissions ran apart from the judge and without a network, by bubblewrap."
          },
          {
            "test-name": "01-first-span: the span is ended",
            "passed": false,
            "score": 0,
            "max-score": 2,
            "message": "Expected  an ended span\\nFound     one that never ended",
            "isolation": "Submissions ran apart from the judge and without a network, by bubblewrap."
          }
        ]
      }
      "
    `);
  });

  test.for([
    ['a learner', [gradeWith()]],
    ['two lessons', [gradeWith(), gradeWith({ lesson: '02-nested-spans' })]],
    ['a nasty learner', [nasty]],
  ] as const)('the result of %s is as its schema wants it', ([, grades]) => {
    setUp({ ...runner, REVIEW_URL: 'https://git.example/compare', MODE: 'group' });
    expect(complaintsOf(learnerText(classroom50, grades), schema)).toBe('');
  });

  test('a failure of the grader gives no result, since it would cost points', () => {
    setUp(runner);
    expect(classroom50.text('ada', [excused()])).toBeUndefined();
  });

  test('more than one learner is refused before anything is graded', () => {
    setUp(runner);
    expect(() => classroom50.demand?.(1)).not.toThrow();
    expect(() => classroom50.demand?.(2)).toThrowErrorMatchingInlineSnapshot(
      `[GradeError: The format classroom50 is for the one repository that its runner grades, and 2 learners were found. Name one of them, or another format.]`,
    );
  });
});

test('Anywhere else it is refused, and the first variable that is missing is named.', () => {
  setUp({ ...runner, COMMIT_URL: '' });
  expect(() => classroom50.demand?.(1)).toThrowErrorMatchingInlineSnapshot(
    `[GradeError: The format classroom50 needs the variable COMMIT_URL, and it is not set. Classroom 50's runner sets it for an autograder.py; leave this format out anywhere else.]`,
  );
});

function setUp(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}
