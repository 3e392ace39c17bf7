import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Look } from '../look.ts';
import { walkthroughOf } from './hint.ts';
import { labelled } from './labelled.ts';

/** The moment of success: what was learned, where it is explained, and what comes. */
export function finishedScreen(
  lesson: LessonFolder,
  next: LessonFolder | undefined,
  look: Look,
): string {
  return [
    labelled('Learned', lesson.manifest.learned, look),
    labelled('Why', `${walkthroughOf(lesson)} walks through a solution`, look),
    next === undefined
      ? labelled(
          'Next',
          'every lesson is done. Check all of them once more, and keep the result',
          look,
        )
      : labelled('Next', `${next.id} · ${next.manifest.title}`, look),
  ].join('\n');
}
