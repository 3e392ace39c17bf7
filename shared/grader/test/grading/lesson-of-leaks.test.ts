import { findLesson } from '@tracelings/lesson-kit';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { Grade } from '../../src/grade.ts';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import { BwrapWall } from '../../src/sandbox/bwrap-wall.ts';
import { wallForTests } from '../fixtures/sandbox.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const { signal } = new AbortController();
const { isMissing, title } = await wallForTests('bwrap');
const lesson = await findLesson('06');

/** The lesson that looks longest and closest: at time, handles that stay open and listeners. */
describe.skipIf(isMissing)(title('behind bubblewrap the lesson of leaks'), () => {
  it('has all points for its solution, and one mistake costs its own check alone', async ({
    expect,
  }) => {
    await using wall = await BwrapWall.open();
    await using mistaken = await scratchFolder();
    await cp(join(lesson.solution, 'src'), mistaken.path, { recursive: true });
    const mistake = join(lesson.solution, 'mistakes', 'listener-never-removed');
    await cp(mistake, mistaken.path, { recursive: true });
    const grade = (directory: string): Promise<Grade> =>
      gradeSubmission({ learner: 'ada', lesson, directory }, { wall, seed: 7, signal, recall });

    const solved = await grade(join(lesson.solution, 'src'));
    expect(solved).toMatchObject({ verdict: 'passed', points: solved.maxPoints });
    const failed = (await grade(mistaken.path)).checks.filter(({ points }) => points === 0);
    expect(failed.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'listeners-removed not-yet',
    ]);
  }, 120_000);
});

async function recall(): Promise<undefined> {}
