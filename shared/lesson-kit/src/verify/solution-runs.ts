import { join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { memorySource } from '../source/memory-source.ts';
import { openSubject } from '../subject/subject.ts';
import { type Judgement, judge } from '../verdict/judge.ts';

/** The solution's runs at the first seed, by scenario. */
export async function solutionRuns(
  lesson: LessonFolder,
  signal?: AbortSignal,
): Promise<Judgement['runs']> {
  await using subject = await openSubject(lesson, join(lesson.solution, 'src'));
  const order = { lesson, subject, source: memorySource(), seed: 1, ...(signal && { signal }) };
  return (await judge(order)).runs;
}
