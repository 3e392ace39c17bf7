import type { LessonFolder } from '@tracelings/lesson-kit';
import { openLesson } from '../lesson/fresh-start.ts';
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
  const shown = page.show.bind(page);
  let open: LessonFolder | undefined = lesson;
  while (open !== undefined && !signal.aborted) {
    const opening = await openLesson(open, sitting.notes);
    await using watch = await LessonWatch.of(open, { ...sitting, shown, opening });
    page.follow(watch);
    open = await watch.left;
  }
}
