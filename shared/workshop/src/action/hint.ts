import { takeHint } from '../lesson/hint.ts';
import { UsageError } from '../usage-error.ts';
import { failingOf, hasLastHint, isDone } from '../watch/watching.ts';
import type { Action } from './action.ts';
import { withCopy } from './with-copy.ts';

/** Before the first verdict nobody knows which hint is the next; it comes as soon as somebody does. */
export const takeNextHint: Action = withCopy(async (watching, { notes }) => {
  const { lesson, judged } = watching;
  const check = failingOf(watching);
  if (check === undefined && judged === undefined)
    return { reply: underWay, awaited: takeNextHint };
  if (check === undefined) return { reply: isDone(watching) ? allPass : cannotRun };
  if (hasLastHint(watching)) return { reply: noMoreHints };
  try {
    return { hint: await takeHint({ lesson, check }, notes) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { reply: error.message };
  }
});

const underWay = 'The first check is on its way, and the hint comes with its verdict.';
const allPass = 'Every check passes, so there is nothing left to hint at. s shows the walkthrough.';
const noMoreHints = 'That was the last hint there is. s shows the walkthrough of a whole solution.';
const cannotRun =
  'Hints are for checks, and none could be asked yet: what hinders it is said above.';
