import { validateStrict } from 'ctrf';
import { expect, test } from 'vitest';
import { ctrf } from '../../src/format/ctrf.ts';
import { excused, failed, gradeWith, nasty, passed } from '../fixtures/grades.ts';
import { classText } from '../fixtures/report-text.ts';

test('A report of one learner.', async () => {
  const text = await classText(ctrf, [gradeWith()]);
  expect(JSON.parse(text)).toMatchInlineSnapshot(`
    {
      "generatedBy": "tracelings",
      "reportFormat": "CTRF",
      "results": {
        "summary": {
          "extra": {
            "isolation": "Submissions ran apart from the judge and without a network, by bubblewrap.",
            "maxPoints": 3,
            "points": 1,
          },
          "failed": 1,
          "other": 0,
          "passed": 1,
          "pending": 0,
          "skipped": 0,
          "start": 1795255199760,
          "stop": 1795262400000,
          "tests": 2,
        },
        "tests": [
          {
            "duration": 0,
            "extra": {
              "id": "registered",
              "isolation": "bwrap",
              "maxPoints": 1,
              "points": 1,
              "seed": 7,
            },
            "name": "a tracer provider is registered",
            "rawStatus": "passed",
            "start": 1795255199760,
            "status": "passed",
            "stop": 1795255200000,
            "suite": [
              "ada",
              "01-first-span",
            ],
          },
          {
            "duration": 0,
            "extra": {
              "id": "ended",
              "isolation": "bwrap",
              "maxPoints": 2,
              "points": 0,
              "seed": 7,
            },
            "message": "Expected  an ended span
    Found     one that never ended",
            "name": "the span is ended",
            "rawStatus": "not-yet",
            "start": 1795255199760,
            "status": "failed",
            "stop": 1795255200000,
            "suite": [
              "ada",
              "01-first-span",
            ],
          },
        ],
        "tool": {
          "name": "tracelings",
        },
      },
      "specVersion": "0.0.0",
      "timestamp": "2026-11-21T12:00:00.000Z",
    }
  `);
});

test.for([
  ['nobody', []],
  ['a nasty learner', [nasty]],
  ['a learner without a name', [gradeWith({ learner: '' })]],
  [
    'every verdict',
    [
      gradeWith({ checks: [passed, failed, { ...failed, verdict: 'could-not-run', message: '' }] }),
      excused({ learner: 'zoe' }),
    ],
  ],
] as const)('The reference implementation accepts the report of %s.', async ([, grades]) => {
  const report: unknown = JSON.parse(await classText(ctrf, grades));
  expect(() => validateStrict(report)).not.toThrow();
});

test('The summary counts what the tests say.', async () => {
  const report: unknown = JSON.parse(
    await classText(ctrf, [gradeWith(), excused({ learner: 'zoe' })]),
  );
  expect(report).toMatchObject({
    results: {
      summary: { tests: 3, passed: 1, failed: 1, other: 1, extra: { points: 1, maxPoints: 5 } },
      tests: [{ status: 'passed' }, { status: 'failed' }, { status: 'other' }],
    },
  });
});
