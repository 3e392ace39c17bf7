import { findLesson, listLessons } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Progress } from '../state/progress.ts';
import { UsageError } from '../usage-error.ts';
import { finishSwap } from './folder-swap.ts';

/** The lesson that was asked for; without a name the current one, and the first at the beginning. */
export async function chooseLesson(
  name: string | undefined,
  progress: Progress,
): Promise<LessonFolder> {
  const lesson = name === undefined ? await currentLesson(progress) : await findLesson(name);
  await finishSwap(lesson);
  return lesson;
}

async function currentLesson(progress: Progress): Promise<LessonFolder> {
  const lessons = await listLessons();
  const current = lessons.find((lesson) => lesson.id === progress.lesson) ?? lessons[0];
  if (current === undefined) throw new UsageError('There is no lesson in the folder lessons yet.');
  return current;
}

/**
 * The lesson to go on with: the one behind this, and behind the last the first that is not done. None
 * when this was all.
 *
 * @param done ids of the lessons that passed once
 */
export async function lessonAfter(
  lesson: LessonFolder,
  done: readonly string[],
): Promise<LessonFolder | undefined> {
  const lessons = await listLessons();
  const after = lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1];
  return after ?? lessons.find(({ id }) => id !== lesson.id && !done.includes(id));
}

/** The current lesson, or the one after it where the current one passed when it was checked last. */
export async function chooseUnfinished(progress: Progress): Promise<LessonFolder> {
  const current = await chooseLesson(undefined, progress);
  if (!isFinished(current, progress)) return current;
  const after = await lessonAfter(current, progress.done);
  return after === undefined ? current : await chooseLesson(after.id, progress);
}

function isFinished({ id, manifest }: LessonFolder, { done, checks }: Progress): boolean {
  const passed = checks[id] ?? [];
  return done.includes(id) && manifest.checks.every((check) => passed.includes(check.id));
}
