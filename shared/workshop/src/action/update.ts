import { type Comparison, compareOwn } from '../lesson/comparison.ts';
import { isDirectory } from '../lesson/learner-copy.ts';
import { keptStarter } from '../lesson/starter-news.ts';
import { differenceLines, legendOf, sameSentence } from '../screen/difference.ts';
import type { Line } from '../screen/line.ts';
import { starterNotKeptSentence } from '../screen/starter-news.ts';
import { openPage } from '../watch/page.ts';
import type { Action } from './action.ts';

/** What an update changed in the starter, and below it the learner's copy beside the new one. */
export const showUpdate: Action = async ({ lesson, starterChanged }) => {
  if (!starterChanged) return { reply: sameSentence(lesson, 'pulled') };
  if (!(await isDirectory(keptStarter(lesson)))) return { reply: starterNotKeptSentence(lesson) };
  const pulled = await compareOwn(lesson, 'pulled');
  const own = await compareOwn(lesson, 'starter');
  const lines = [...part(pulled), { text: '' }, ...part(own)];
  return { view: openPage(`${lesson.id}   what an update changed in the starter`, () => lines) };
};

function part(comparison: Comparison): Line[] {
  return [{ text: legendOf(comparison), paint: 'strong' }, ...differenceLines(comparison)];
}
