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
          'this was the last lesson; `npm run check -- --all` checks every one',
          look,
        )
      : labelled('Next', `${next.id} · ${next.manifest.title}`, look),
  ].join('\n');
}
