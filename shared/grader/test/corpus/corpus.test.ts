import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import { BwrapWall } from '../../src/sandbox/bwrap-wall.ts';
import { usualLimits } from '../../src/sandbox/limits.ts';
import { attacks, prepare } from './attack.ts';
import { layOutBaits } from './baits.ts';

const timeout = 120_000;
/** Short, so that what never ends takes no minute; what is honest stays far below. */
const limits = { ...usualLimits, cpuSeconds: 3, patienceMs: 3000 };

let wall: BwrapWall;
beforeAll(async () => {
  wall = await BwrapWall.open(limits);
});
afterAll(() => wall[Symbol.asyncDispose]());

describe.concurrent('behind the wall, a submission that', () => {
  it.for(attacks.map((attack) => [attack.tries, attack] as const))(
    '%s',
    { timeout },
    async ([, attack], { expect }) => {
      await using baits = await layOutBaits();
      await using prepared = await prepare(attack, baits.words);
      const grade = await gradeSubmission(
        { learner: attack.name, lesson: prepared.lesson, directory: prepared.directory },
        {
          wall,
          seed: 7,
          signal: new AbortController().signal,
          recall: async () => undefined,
        },
      );
      const said = JSON.stringify(grade);
      expect.soft(grade.verdict, grade.checks[0]?.message).toBe(attack.verdict);
      expect.soft(grade.points).toBe(attack.points);
      expect.soft(baits.taken(said)).toEqual([]);
      expect.soft(said).not.toContain(attack.control?.text ?? tmpdir());
      expect.soft(said.length).toBeLessThan(200_000);
    },
  );
});
