import type { LessonFolder, LessonVerdict } from '@tracelings/lesson-kit';
import type { ProgressFile } from '../state/progress-file.ts';
import { judgeOwn } from './own-judging.ts';

/** What came of a lesson when all were checked once more. */
export interface Rechecked {
  readonly lesson: LessonFolder;
  readonly verdict: LessonVerdict;
}

/** Checks the learner's copies of these lessons one after the other, each with inputs of its own. */
export async function* recheck(
  lessons: readonly LessonFolder[],
  notes: ProgressFile,
  signal: AbortSignal,
): AsyncGenerator<Rechecked, void> {
  for (const lesson of lessons) {
    const { verdict } = await judgeOwn(lesson, notes, signal);
    yield { lesson, verdict };
  }
}

/** The first lesson to go back to; none when all pass. */
export function firstThatFails(rechecked: readonly Rechecked[]): LessonFolder | undefined {
  return rechecked.find(({ verdict }) => verdict.verdict !== 'passed')?.lesson;
}
