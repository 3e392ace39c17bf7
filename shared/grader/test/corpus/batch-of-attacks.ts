import { findLesson } from '@tracelings/lesson-kit';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradeBatch } from '../../src/batch/batch.ts';
import { Journal } from '../../src/batch/journal.ts';
import type { Grade, Submission } from '../../src/grade.ts';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import { type Limits, usualLimits } from '../../src/sandbox/limits.ts';
import type { SubmissionWall } from '../../src/sandbox/submission-wall.ts';
import { scratchFolder } from '../fixtures/scratch.ts';
import { type Attack, prepare } from './attack.ts';
import { type Baits, layOutBaits } from './baits.ts';

/** Short, so that what never ends takes no minute; what is honest stays far below. */
export const shortLimits: Limits = { ...usualLimits, cpuSeconds: 1, patienceMs: 3000 };
/** On a machine with much else to do. */
export const MOST_MS = 400_000;

/** In characters: no grade is. */
const LONG = 200_000;

/** What can be seen of an attack that was graded. */
export interface Outcome {
  readonly verdict: string | undefined;
  readonly points: number | undefined;
  /** What it was after and got, by the names in `control.shows`. */
  readonly taken: readonly string[] | undefined;
  /** Whether the grade says what it should not: a secret, or a folder of this machine. */
  readonly tells: boolean;
  readonly isLong: boolean;
}

/** What has to be seen: the verdict and the points it is filed with, and nothing else. */
export function heldOutcome({ verdict, points }: Attack): Outcome {
  return { verdict, points, taken: [], tells: false, isLong: false };
}

/** Attacks, with honest work in their midst, in one batch behind one wall. */
export class BatchOfAttacks implements AsyncDisposable {
  readonly #resources = new AsyncDisposableStack();
  readonly #baits = new Map<Attack, Baits>();
  readonly #grades = new Map<string, Grade>();

  async grade(
    wall: SubmissionWall,
    attacks: readonly Attack[],
    neighbours: readonly string[],
  ): Promise<void> {
    this.#resources.use(wall);
    await using place = await scratchFolder();
    await using journal = await Journal.open(place.path, { resume: false });
    await gradeBatch({
      submissions: [...(await this.#prepareAll(attacks)), ...(await honest(neighbours))],
      grade: (submission, order) => gradeSubmission(submission, { ...order, wall }),
      isolation: wall.isolation,
      journal,
      cache: undefined,
      seed: 7,
      jobs: 8,
      signal: new AbortController().signal,
      onGraded: (grade) => this.#grades.set(grade.learner, grade),
      onTrouble: (sentence) => {
        throw new Error(sentence);
      },
    });
  }

  /** What an attack came to. */
  outcomeOf(attack: Attack): Outcome {
    const grade = this.#grades.get(attack.name);
    const said = JSON.stringify(grade ?? '');
    return {
      verdict: grade?.verdict,
      points: grade?.points,
      taken: this.#baits.get(attack)?.taken(said),
      tells: said.includes(attack.control?.text ?? tmpdir()),
      isLong: said.length > LONG,
    };
  }

  /** What honest work for a lesson got: a verdict and points of how many. */
  gradeOf(id: string): string {
    const grade = this.#grades.get(honestName(id));
    return `${grade?.verdict} ${grade?.points} of ${grade?.maxPoints}`;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#resources.disposeAsync();
  }

  async #prepareAll(attacks: readonly Attack[]): Promise<Submission[]> {
    const submissions: Submission[] = [];
    for (const attack of attacks) {
      const laidOut = this.#resources.use(await layOutBaits());
      const { directory, lesson } = this.#resources.use(await prepare(attack, laidOut.words));
      this.#baits.set(attack, laidOut);
      submissions.push({ learner: attack.name, lesson, directory });
    }
    return submissions;
  }
}

function honest(neighbours: readonly string[]): Promise<Submission[]> {
  return Promise.all(
    neighbours.map(async (id) => {
      const lesson = await findLesson(id);
      return { learner: honestName(id), lesson, directory: join(lesson.solution, 'src') };
    }),
  );
}

function honestName(id: string): string {
  return `honest ${id}`;
}
