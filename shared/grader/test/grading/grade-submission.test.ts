import {
  findLesson,
  launchHere,
  newRunMark,
  SpawnedProcess,
  spawnedSafely,
} from '@tracelings/lesson-kit';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { Grade } from '../../src/grade.ts';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import type { SubmissionWall } from '../../src/sandbox/submission-wall.ts';
import { trustedWall } from '../../src/sandbox/trusted-wall.ts';
import { writtenWork } from '../fixtures/written-work.ts';

const lesson = await findLesson('02');
const scenarios = Object.keys(lesson.manifest.scenarios).length;

describe('a machine that fails', () => {
  it('is tried once more, and then costs nobody points', async ({ expect }) => {
    const machine = failing(Infinity);
    const grade = await gradedBy(machine.wall, join(lesson.solution, 'src'));
    expect(grade).toMatchObject({ verdict: 'infra-error', points: 0 });
    expect(grade.checks[0]?.message).toMatchInlineSnapshot(`
      "The sandbox could not be started here, twice, so nothing is known about this work, and it costs no points.
      The same command with --resume tries again."
    `);
    expect(machine.starts).toBe(2 * scenarios);
  });

  it('for a moment is forgotten', async ({ expect }) => {
    const machine = failing(1);
    const grade = await gradedBy(machine.wall, join(lesson.solution, 'src'));
    expect(grade.verdict, grade.checks.map(({ message }) => message).join('')).toBe('passed');
  });
});

describe('work that says what JSON cannot', () => {
  it('has thrown, and has not tampered with anything', async ({ expect }) => {
    await using work = await writtenWork(lesson, 'export const main = () => 1n;');
    const grade = await gradedBy(trustedWall(), work.path);
    expect(grade.checks[0]?.message).not.toContain('wrote into the file descriptor');
  });
});

async function gradedBy(wall: SubmissionWall, directory: string): Promise<Grade> {
  await using _wall = wall;
  const { signal } = new AbortController();
  return await gradeSubmission(
    { learner: 'ada', lesson, directory },
    { wall, seed: 7, signal, recall },
  );
}

/** A wall whose first processes are gone before they begin. */
function failing(times: number): { readonly wall: SubmissionWall; readonly starts: number } {
  const machine = { starts: 0 };
  const launch = (): SpawnedProcess => {
    machine.starts += 1;
    if (machine.starts > times) return launchHere();
    return new SpawnedProcess(spawn('false', spawnedSafely), { mark: newRunMark() });
  };
  const sound = trustedWall();
  const wall: SubmissionWall = {
    ...sound,
    enclose: async (order) => ({ ...(await sound.enclose(order)), launcherOf: () => launch }),
  };
  return {
    wall,
    get starts() {
      return machine.starts;
    },
  };
}

async function recall(): Promise<undefined> {}
