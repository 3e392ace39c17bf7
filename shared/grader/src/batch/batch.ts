import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { GradeCache, GradeKey } from '../cache/grade-cache.ts';
import type { Grade, GradeOrder, Isolation, Submission } from '../grade.ts';
import { withheldGrade } from '../grade/graded.ts';
import { ContentHash } from '../version/content-hash.ts';
import { graderVersion } from '../version/grader-version.ts';
import { lessonVersion } from '../version/lesson-version.ts';
import type { Journal } from './journal.ts';

/** Many submissions, and what they are graded with. */
export interface BatchOrder {
  readonly submissions: readonly Submission[];
  /** Judges one. What it throws becomes an `infra-error`, unless the signal is aborted. */
  readonly grade: (submission: Submission, order: GradeOrder) => Promise<Grade>;
  readonly isolation: Isolation;
  readonly journal: Journal;
  readonly cache: GradeCache | undefined;
  /** For every submission; each draws its own unless told. */
  readonly seed: number | undefined;
  /** How many at a time. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Told of each, and whether it was known already instead of being judged now. */
  readonly onGraded: (grade: Grade, isKnown: boolean) => void;
  /** Something that an instructor should know and that no report says; its first line says what. */
  readonly onTrouble: (sentence: string) => void;
}

const seeds = 1_000_000;

/**
 * Grades many submissions, several at a time, and writes each grade into the journal as soon as it
 * is there. Holds none of them. Rejects with the signal's reason when it is aborted; what was
 * graded until then stays written.
 */
export async function gradeBatch(order: BatchOrder): Promise<void> {
  const waiting = order.submissions.values();
  await Promise.all(Array.from({ length: order.jobs }, work));

  async function work(): Promise<void> {
    for (const submission of waiting) {
      order.signal.throwIfAborted();
      await gradeOne(order, submission);
      // Grades that are only recalled must not keep Ctrl-C and the screen waiting.
      await setImmediate();
    }
  }
}

async function gradeOne(order: BatchOrder, submission: Submission): Promise<void> {
  const { journal, cache, signal } = order;
  const memory = new Memory(order, submission);
  const seed = order.seed ?? randomInt(seeds);
  const recall = (submissionHash: string): Promise<Grade | undefined> =>
    memory.recall(submissionHash);
  const grade = await judgeOrExcuse(order, submission, { seed, signal, recall });
  // What was ended by Ctrl-C says nothing about the work.
  signal.throwIfAborted();
  if (memory.found !== 'in the journal') journal.append(grade);
  if (memory.found === undefined) {
    const key = await keyOf(order, submission, grade.submissionHash);
    await cache?.keep(key, grade).catch((error: unknown) => {
      order.onTrouble(`A grade could not be kept for the next time: ${String(error)}`);
    });
  }
  order.onGraded(grade, memory.found !== undefined);
}

/** Looks for the grade that the same work got earlier: in this batch's journal, then in the cache. */
class Memory {
  readonly #order: BatchOrder;
  readonly #submission: Submission;
  /** Where the grade was found that was given. */
  found: 'in the journal' | 'in the cache' | undefined;

  constructor(order: BatchOrder, submission: Submission) {
    this.#order = order;
    this.#submission = submission;
  }

  async recall(submissionHash: string): Promise<Grade | undefined> {
    const { journal, cache } = this.#order;
    const submission = this.#submission;
    const key = await keyOf(this.#order, submission, submissionHash);
    const written = await journal.recall(submission, (grade) => isStill(grade, key));
    const kept = written ?? (await cache?.find(key));
    if (kept === undefined) return undefined;
    this.found = written === undefined ? 'in the cache' : 'in the journal';
    return written ?? { ...kept, learner: submission.learner, recalled: true };
  }
}

/** A grader that fails is no reason to stop, and none to take somebody's points. */
async function judgeOrExcuse(
  { grade, isolation, signal, onTrouble }: BatchOrder,
  submission: Submission,
  order: GradeOrder,
): Promise<Grade> {
  const began = performance.now();
  try {
    return await grade(submission, order);
  } catch (error) {
    signal.throwIfAborted();
    onTrouble(
      `The grader failed on ${submission.lesson.id} of ${submission.learner}: ${stackOf(error)}`,
    );
    return withheldGrade('infra-error', excuse, {
      submission,
      isolation,
      seed: order.seed,
      submissionHash: new ContentHash().digest(),
      durationMs: Math.round(performance.now() - began),
    });
  }
}

/** Whoever mends the grader needs it. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const excuse =
  'The grader failed here, so nothing is known about this work, and it costs no points. ' +
  'The same command with --resume tries again.';

async function keyOf(
  { isolation, seed }: Pick<BatchOrder, 'isolation' | 'seed'>,
  { lesson }: Submission,
  submissionHash: string,
): Promise<GradeKey> {
  return {
    submissionHash,
    lesson: lesson.id,
    lessonVersion: await lessonVersion(lesson),
    graderVersion: await graderVersion(),
    isolation,
    seed: seed ?? 'drawn',
  };
}

function isStill(grade: Grade, key: GradeKey): boolean {
  return (
    grade.verdict !== 'infra-error' &&
    grade.submissionHash === key.submissionHash &&
    grade.lessonVersion === key.lessonVersion &&
    grade.graderVersion === key.graderVersion &&
    grade.isolation === key.isolation &&
    (key.seed === 'drawn' || grade.seed === key.seed)
  );
}
