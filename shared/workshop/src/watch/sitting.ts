import type { LessonFolder } from '@tracelings/lesson-kit';
import { makeCopy } from '../lesson/learner-copy.ts';
import { withLesson } from '../state/progress.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import type { LessonPage } from '../studio/lesson-page.ts';
import { type Display, LessonWatch } from './lesson-watch.ts';

interface Sitting {
  readonly terminal: Display;
  readonly notes: ProgressFile;
  readonly notices: readonly string[];
  readonly page: LessonPage;
  readonly signal: AbortSignal;
}

/** Watches a lesson, and then the one that the learner goes on to, until they quit. */
export async function watchLessons(lesson: LessonFolder, sitting: Sitting): Promise<void> {
  const { page, signal } = sitting;
  let open: LessonFolder | undefined = lesson;
  while (open !== undefined && !signal.aborted) {
    const copied = await openLesson(open, sitting.notes);
    await using watch = await LessonWatch.of(open, { ...sitting, copied });
    page.follow(watch);
    open = await watch.left;
  }
}

/** Makes the learner's copy where there is none yet; says whether it did. */
export async function openLesson(lesson: LessonFolder, notes: ProgressFile): Promise<boolean> {
  const copied = await makeCopy(lesson);
  await notes.update((before) => withLesson(before, lesson.id));
  return copied;
}
