import { compareOwn } from '../lesson/comparison.ts';
import { differenceLines, legendOf, sameSentence } from '../screen/difference.ts';
import { openPage } from '../watch/page.ts';
import { isDone } from '../watch/watching.ts';
import type { Action } from './action.ts';
import { withCopy } from './with-copy.ts';

/** Before the lesson passes, the solution would spoil it: what was changed so far is shown instead. */
export const showDifference: Action = withCopy(async (watching) => {
  const { lesson } = watching;
  const against = isDone(watching) ? 'solution' : 'starter';
  const comparison = await compareOwn(lesson, against);
  const lines = differenceLines(comparison);
  if (lines.length === 0) return { reply: sameSentence(lesson, against) };
  return { view: openPage(`${lesson.id}   ${legendOf(comparison)}`, () => lines) };
});
