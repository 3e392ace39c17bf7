import type { Judgement } from '@tracelings/lesson-kit';
import type { Grade, GradeOrder, Submission } from '../grade.ts';
import { type Circumstances, gradeFrom, withheldGrade } from '../grade/graded.ts';
import type { SubmissionWall } from '../sandbox/submission-wall.ts';
import { type CopiedSubmission, copySubmission } from '../submission/copied-submission.ts';
import { SubmissionError } from '../submission/submission-error.ts';
import { ContentHash } from '../version/content-hash.ts';
import { judgeEnclosed, WallFailedError } from './enclosed-judgement.ts';
import { gateByStarter } from './starter-gate.ts';
import { starterPasses } from './starter-passes.ts';
import { tamperingIn } from './tampering.ts';

interface Order extends GradeOrder {
  readonly wall: SubmissionWall;
}

/**
 * Grades a submission that nobody trusts: copies its sources, runs them behind the wall, and has
 * the lesson's own checks judge what came out. Whatever the submission does, this gives a grade.
 *
 * Where the wall or the machine fails it tries once more, and then the verdict is `infra-error`.
 * Rejects when the signal is aborted, and when there is no room for the copy.
 */
export async function gradeSubmission(submission: Submission, order: Order): Promise<Grade> {
  const began = performance.now();
  const circumstances = (submissionHash: string): Circumstances => ({
    submission,
    isolation: order.wall.isolation,
    seed: order.seed,
    submissionHash,
    durationMs: Math.round(performance.now() - began),
  });
  try {
    const { entry } = submission.lesson.manifest;
    await using copy = await copySubmission(submission.directory, entry);
    const recalled = await order.recall(copy.hash);
    if (recalled !== undefined) return recalled;
    const { judgement, passes } = await judgeCopy(copy, submission, order);
    const tampering = tamperingIn(judgement);
    return tampering === undefined
      ? await gradeFrom(gateByStarter(judgement, passes), circumstances(copy.hash))
      : await withheldGrade('could-not-run', tampering, circumstances(copy.hash));
  } catch (error) {
    const nothing = new ContentHash().digest();
    if (error instanceof SubmissionError) {
      return withheldGrade('could-not-run', error.message, circumstances(nothing));
    }
    if (error instanceof WallFailedError) {
      return withheldGrade('infra-error', WALL_FAILED, circumstances(nothing));
    }
    throw error;
  }
}

const WALL_FAILED =
  'The sandbox could not be started here, twice, so nothing is known about this work, and it costs ' +
  'no points.\nThe same command with --resume tries again.';

async function judgeCopy(
  copy: CopiedSubmission,
  { lesson }: Submission,
  { wall, seed, signal }: Order,
): Promise<{ judgement: Judgement; passes: ReadonlySet<string> }> {
  const passes = await onceMore(() => starterPasses(wall, lesson, signal));
  const { directory, isPlain } = copy;
  const order = { wall, lesson, submission: directory, isPlain, seed, signal };
  return { judgement: await onceMore(() => judgeEnclosed(order)), passes };
}

async function onceMore<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof WallFailedError) return attempt();
    throw error;
  }
}
