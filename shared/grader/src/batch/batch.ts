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
  readonly onGraded: (grade: Grade) => void;
  /** Something that an instructor should know and that no report says. */
  readonly onTrouble: (error: unknown) => void;
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
      order.onGraded(await gradeOne(order, submission));
      // Grades that are only recalled must not keep Ctrl-C and the screen waiting.
      await setImmediate();
    }
  }
}

async function gradeOne(order: BatchOrder, submission: Submission): Promise<Grade> {
  const { journal, cache, signal, isolation } = order;
  const seed = order.seed ?? randomInt(seeds);
  let known: 'in the journal' | 'in the cache' | undefined;
  const recall = async (submissionHash: string): Promise<Grade | undefined> => {
    const key = await keyOf(order, submission, submissionHash);
    const written = await journal.recall(submission, (grade) => isStill(grade, key));
    if (written !== undefined) known = 'in the journal';
    if (written !== undefined) return written;
    const kept = await cache?.find(key);
    if (kept === undefined) return undefined;
    known = 'in the cache';
    return { ...kept, learner: submission.learner, recalled: true };
  };
  const grade = await judgeOrExcuse(order, submission, { seed, signal, recall });
  if (known !== 'in the journal') journal.append(grade);
  if (known === undefined) {
    const key = await keyOf({ isolation, seed: order.seed }, submission, grade.submissionHash);
    await cache?.keep(key, grade).catch(order.onTrouble);
  }
  return grade;
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
    onTrouble(error);
    return withheldGrade('infra-error', excuse, {
      submission,
      isolation,
      seed: order.seed,
      submissionHash: new ContentHash().digest(),
      durationMs: Math.round(performance.now() - began),
    });
  }
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
