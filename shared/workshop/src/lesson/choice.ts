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

export async function lessonAfter(lesson: LessonFolder): Promise<LessonFolder | undefined> {
  const lessons = await listLessons();
  return lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1];
}
