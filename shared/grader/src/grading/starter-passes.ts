import type { LessonFolder } from '@tracelings/lesson-kit';
import type { SubmissionWall } from '../sandbox/submission-wall.ts';
import { copySubmission } from '../submission/copied-submission.ts';
import { judgeEnclosed } from './enclosed-judgement.ts';

const SEED = 1;
type Passes = Promise<ReadonlySet<string>>;
const known = new WeakMap<SubmissionWall, Map<LessonFolder['manifest'], Passes>>();

/**
 * The ids of the checks that the untouched starter passes, by trying, once for each wall. It is the
 * first to run behind the wall, as a copy like any other, so what Node compiles for it is there for
 * all who follow.
 */
export function starterPasses(
  wall: SubmissionWall,
  lesson: LessonFolder,
  signal: AbortSignal,
): Passes {
  const ofWall = known.get(wall) ?? new Map<LessonFolder['manifest'], Passes>();
  known.set(wall, ofWall);
  const passes = ofWall.get(lesson.manifest) ?? tryStarter(wall, lesson, signal);
  ofWall.set(lesson.manifest, passes);
  // What failed once is tried again by the next one.
  passes.catch(() => ofWall.delete(lesson.manifest));
  return passes;
}

async function tryStarter(
  wall: SubmissionWall,
  lesson: LessonFolder,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  await using copy = await copySubmission(lesson.starter, lesson.manifest.entry);
  const { directory, isPlain } = copy;
  const order = {
    wall,
    lesson,
    submission: directory,
    isPlain,
    isTrusted: true,
    seed: SEED,
    signal,
  };
  const { verdict } = await judgeEnclosed(order);
  const passed = verdict.checks.filter((check) => check.verdict === 'passed');
  return new Set(passed.map(({ id }) => id));
}
