import type { LessonFolder } from '@tracelings/lesson-kit';
import { withLesson, withoutLesson } from '../state/progress.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { finishSwap } from './folder-swap.ts';
import { makeCopy } from './learner-copy.ts';
import { reset } from './reset.ts';
import { rememberStarter, takeStarterNews } from './starter-news.ts';

export interface Opening {
  /** The learner's copy was made a moment ago. */
  readonly copied: boolean;
  /** An update has changed the starter since the copy was made; told once. */
  readonly starterChanged: boolean;
}

/** Makes the lesson the current one, with a copy of the starter where there is none. */
export async function openLesson(lesson: LessonFolder, notes: ProgressFile): Promise<Opening> {
  await finishSwap(lesson);
  const copied = await makeCopy(lesson);
  await notes.update((before) => withLesson(before, lesson.id));
  if (!copied) return { copied, starterChanged: await takeStarterNews(lesson, notes) };
  await rememberStarter(lesson, notes);
  return { copied, starterChanged: false };
}

/**
 * Puts the starter of today back, and forgets what was found in the copy before.
 *
 * @returns where the edits are now
 */
export async function beginAgain(lesson: LessonFolder, notes: ProgressFile): Promise<string> {
  const kept = await reset(lesson);
  await notes.update((before) => withoutLesson(before, lesson.id));
  await rememberStarter(lesson, notes);
  return kept;
}
