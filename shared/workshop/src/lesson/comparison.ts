import { readablePath } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { type FileDifference, folderDifference } from './difference.ts';
import { keptStarter } from './starter-news.ts';

/** Mine against one of the first two; `pulled` is the starter of my copy against the one of today. */
export type Against = 'solution' | 'starter' | 'pulled';

export interface Comparison {
  readonly against: Against;
  /** What the two folders are called, as people read it. */
  readonly sides: { readonly old: string; readonly new: string };
  /** Empty where nothing differs. */
  readonly differences: readonly FileDifference[];
}

/** How the learner's copy differs. The later of the two stands behind the plus signs. */
export async function compareOwn(lesson: LessonFolder, against: Against): Promise<Comparison> {
  const [old, now] = foldersOf(lesson)[against];
  const sides = { old: readablePath(old), new: readablePath(now) };
  return { against, sides, differences: await folderDifference(old, now) };
}

function foldersOf(lesson: LessonFolder): Record<Against, readonly [old: string, now: string]> {
  const { src, starter, solution } = lesson;
  return {
    solution: [src, join(solution, 'src')],
    starter: [starter, src],
    pulled: [keptStarter(lesson), starter],
  };
}
