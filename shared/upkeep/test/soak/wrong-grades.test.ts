import { mistakesOf, openLesson, repository } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import { DueGrades } from '../../src/soak/due-grade.ts';
import type { GradeRead } from '../../src/soak/grade-read.ts';
import type { HonestWork } from '../../src/soak/honest-class.ts';
import { wrongGrades } from '../../src/soak/wrong-grades.ts';

const lesson = await openLesson(join(repository, 'lessons/01-first-span'));
const [mistake] = await mistakesOf(lesson);
const work: HonestWork = {
  learner: 'ada',
  lesson,
  directory: mistake?.directory ?? '',
  fails: mistake?.check,
};

const seed = 3;

async function dueGrade(): Promise<GradeRead> {
  await using due = new DueGrades();
  const { counting } = await due.of(work, seed);
  const checks = lesson.manifest.checks.map(({ id, points: maxPoints }) => {
    const [verdict, points] = counting.has(id) ? ['passed', maxPoints] : ['not-yet', 0];
    return { id, verdict, points, maxPoints, message: '' };
  });
  const points = sum(checks.map((check) => check.points));
  const maxPoints = sum(checks.map((check) => check.maxPoints));
  return { learner: 'ada', verdict: 'not-yet', points, maxPoints, seed, checks };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe.concurrent('a grade for honest work', { timeout: 60_000 }, () => {
  let right: GradeRead;
  beforeAll(async () => {
    right = await dueGrade();
  });

  it('is right where each check counts that the work passes without a wall', async ({ expect }) => {
    expect(await wrongGrades([work], new Map([['ada', right]]))).toEqual([]);
  });

  it('is wrong where a check has points that were not earned', async ({ expect }) => {
    const checks = right.checks.map((check) => ({
      ...check,
      verdict: 'passed',
      points: check.maxPoints,
    }));
    const given = { ...right, checks };
    const [complaint] = await wrongGrades([work], new Map([['ada', given]]));
    expect(complaint).toContain(`${work.fails} has to get no points, and got `);
  });

  it('is wrong where the sum is not that of the checks', async ({ expect }) => {
    const given = { ...right, points: right.points + 1 };
    const [complaint] = await wrongGrades([work], new Map([['ada', given]]));
    expect(complaint).toMatch(/its checks have \d+ of \d+ points, and it got \d+, not-yet\.$/m);
  });
});
