import { findLesson } from '@tracelings/lesson-kit';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { gradeBatch } from '../../src/batch/batch.ts';
import { Journal } from '../../src/batch/journal.ts';
import type { Grade, Submission } from '../../src/grade.ts';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import { BwrapWall } from '../../src/sandbox/bwrap-wall.ts';
import { usualLimits } from '../../src/sandbox/limits.ts';
import { scratchFolder } from '../fixtures/scratch.ts';
import { wallForTests } from '../fixtures/sandbox.ts';
import { type Attack, attacks, prepare } from './attack.ts';
import { type Baits, layOutBaits } from './baits.ts';

/** Short, so that what never ends takes no minute; what is honest stays far below. */
const limits = { ...usualLimits, cpuSeconds: 1, patienceMs: 3000 };
/** On a machine with much else to do. */
const MOST_MS = 400_000;
/** Honest work in the midst of all the attacks. */
const neighbours = ['01-first-span', '06-abort-leaks'];

const { isMissing, title } = await wallForTests();
const resources = new AsyncDisposableStack();
const baits = new Map<Attack, Baits>();
const grades = new Map<string, Grade>();

describe.skipIf(isMissing)(title('all attacks in one batch'), () => {
  beforeAll(gradeTogether, MOST_MS);
  afterAll(() => resources.disposeAsync());

  describe('behind the wall, a submission that', () => {
    it.for(attacks.map((attack) => [attack.tries, attack] as const))(
      '%s',
      ([, attack], { expect }) => {
        const grade = grades.get(attack.name);
        const said = JSON.stringify(grade);
        expect.soft(grade?.verdict, grade?.checks[0]?.message).toBe(attack.verdict);
        expect.soft(grade?.points).toBe(attack.points);
        expect.soft(baits.get(attack)?.taken(said)).toEqual([]);
        expect.soft(said).not.toContain(attack.control?.text ?? tmpdir());
        expect.soft(said.length).toBeLessThan(200_000);
      },
    );
  });

  it.for(neighbours)('honest work beside them has all its points: %s', (id, { expect }) => {
    const grade = grades.get(`honest ${id}`);
    expect(grade?.verdict, grade?.checks.map(({ message }) => message).join('\n')).toBe('passed');
    expect(grade?.points).toBe(grade?.maxPoints);
  });
});

async function gradeTogether(): Promise<void> {
  const wall = resources.use(await BwrapWall.open(limits));
  const place = resources.use(await scratchFolder());
  await using journal = await Journal.open(place.path, { resume: false });
  await gradeBatch({
    submissions: [...(await hostile()), ...(await honest())],
    grade: (submission, order) => gradeSubmission(submission, { ...order, wall }),
    isolation: wall.isolation,
    journal,
    cache: undefined,
    seed: 7,
    jobs: 8,
    signal: new AbortController().signal,
    onGraded: (grade) => grades.set(grade.learner, grade),
    onTrouble: (sentence) => {
      throw new Error(sentence);
    },
  });
}

async function hostile(): Promise<Submission[]> {
  const submissions: Submission[] = [];
  for (const attack of attacks) {
    const laidOut = resources.use(await layOutBaits());
    const { directory, lesson } = resources.use(await prepare(attack, laidOut.words));
    baits.set(attack, laidOut);
    submissions.push({ learner: attack.name, lesson, directory });
  }
  return submissions;
}

function honest(): Promise<Submission[]> {
  return Promise.all(
    neighbours.map(async (id) => {
      const lesson = await findLesson(id);
      return { learner: `honest ${id}`, lesson, directory: join(lesson.solution, 'src') };
    }),
  );
}
