import { readablePath } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { differenceLines } from '../screen/difference.ts';
import type { Line } from '../screen/line.ts';
import { folderDifference } from './difference.ts';
import { keptStarter } from './starter-news.ts';

/** Mine against one of the first two; `pulled` is the starter of my copy against the one of today. */
export type Against = 'solution' | 'starter' | 'pulled';

export interface Comparison {
  /** A sentence that says what the signs in front of the lines mean. */
  readonly legend: string;
  /** Empty where nothing differs. */
  readonly lines: readonly Line[];
}

/** How the learner's copy differs. The later of the two stands behind the plus signs. */
export async function compareOwn(lesson: LessonFolder, against: Against): Promise<Comparison> {
  const [old, now] = foldersOf(lesson)[against];
  const differences = await folderDifference(old, now);
  const sides = { old: readablePath(old), new: readablePath(now) };
  return { legend: legends[against], lines: differenceLines(differences, sides) };
}

function foldersOf(lesson: LessonFolder): Record<Against, readonly [old: string, now: string]> {
  const { src, starter, solution } = lesson;
  return {
    solution: [src, join(solution, 'src')],
    starter: [starter, src],
    pulled: [keptStarter(lesson), starter],
  };
}

const legends: Record<Against, string> = {
  solution: '- yours   + the solution, one right answer of several',
  starter: '- the starter   + yours',
  pulled: '- the starter that your copy was made from   + the starter of today',
};
