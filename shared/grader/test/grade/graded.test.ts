import { findLesson, judge, memorySource, openSubject } from '@tracelings/lesson-kit';
import type { Judgement } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Circumstances, gradeFrom, withheldGrade } from '../../src/grade/graded.ts';
import { readGrade } from '../../src/grade/grade-reader.ts';

const lesson = await findLesson('01');
const circumstances: Circumstances = {
  submission: { learner: 'ada', lesson, directory: '/nowhere' },
  isolation: 'none',
  seed: 7,
  submissionHash: 'b'.repeat(64),
  durationMs: 240,
};
const all = lesson.manifest.checks.reduce((sum, check) => sum + check.points, 0);

describe('the grade of a judgement', () => {
  let wrong: Judgement;
  beforeAll(async () => {
    wrong = await judgementOn(join(lesson.solution, 'mistakes/never-ended'));
  });

  test('the solution gets every point, and shows its trace', async () => {
    const grade = await gradeFrom(await judgementOn(join(lesson.solution, 'src')), circumstances);
    expect(grade).toMatchObject({ verdict: 'passed', points: all, maxPoints: all });
    expect(grade.trace?.otlp.resourceSpans).toHaveLength(1);
    expect(grade.trace).not.toHaveProperty('failing');
    expect(readGrade(JSON.stringify(grade))).toStrictEqual(grade);
  });

  test('a mistake names the span that it is about', async () => {
    const grade = await gradeFrom(wrong, circumstances);
    const [span] = wrong.failure?.spans ?? [];
    expect(grade.verdict).toBe('not-yet');
    expect(grade.trace?.failing).toStrictEqual({ traceId: span?.traceId, spanId: span?.spanId });
  });

  test('an explanation without end is cut, and says so', async () => {
    const checks = wrong.verdict.checks.map((check) => ({
      ...check,
      message: '\u{1F4A5}'.repeat(9_000),
    }));
    const judgement = { ...wrong, verdict: { ...wrong.verdict, checks } };
    const { checks: graded } = await gradeFrom(judgement, circumstances);
    expect(graded[0]?.message).toMatch(/^.{8000}\n… and 10000 characters more\.$/);
  });

  test('what this machine lacks is the machine’s fault', async () => {
    const checks = wrong.verdict.checks.map((check) => ({
      ...check,
      verdict: 'environment-missing' as const,
    }));
    const judgement = { ...wrong, verdict: { ...wrong.verdict, checks } };
    expect((await gradeFrom(judgement, circumstances)).verdict).toBe('infra-error');
  });
});

test('A withheld grade has no points, and its first check says why.', async () => {
  const grade = await withheldGrade('could-not-run', 'There is no main.ts.', circumstances);
  expect(grade).toMatchObject({ verdict: 'could-not-run', points: 0, maxPoints: all });
  expect(grade.checks.map(({ message }) => message).filter(Boolean)).toStrictEqual([
    'There is no main.ts.',
  ]);
  expect(readGrade(JSON.stringify(grade))).toStrictEqual(grade);
});

async function judgementOn(directory: string): Promise<Judgement> {
  await using subject = await openSubject(lesson, directory);
  return await judge({ lesson, subject, source: memorySource(), seed: 7 });
}
