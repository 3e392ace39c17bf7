import { readablePath } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { differenceLines } from '../screen/difference.ts';
import type { Line } from '../screen/line.ts';
import { folderDifference } from './difference.ts';

/** Mine against one of these two. */
export type Against = 'solution' | 'starter';

export interface Comparison {
  /** A sentence that says what the signs in front of the lines mean. */
  readonly legend: string;
  /** Empty where nothing differs. */
  readonly lines: readonly Line[];
}

/** How the learner's copy differs. The later of the two stands behind the plus signs. */
export async function compareOwn(lesson: LessonFolder, against: Against): Promise<Comparison> {
  const mine = lesson.src;
  const [old, now] =
    against === 'starter' ? [lesson.starter, mine] : [mine, join(lesson.solution, 'src')];
  const differences = await folderDifference(old, now);
  const sides = { old: readablePath(old), new: readablePath(now) };
  return { legend: legends[against], lines: differenceLines(differences, sides) };
}

const legends: Record<Against, string> = {
  solution: '- yours   + the solution, one right answer of several',
  starter: '- the starter   + yours',
};
