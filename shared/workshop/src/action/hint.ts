import { takeHint } from '../lesson/hint.ts';
import { UsageError } from '../usage-error.ts';
import { failingOf } from '../watch/watching.ts';
import type { Action } from './action.ts';

export const takeNextHint: Action = async (watching, { notes }) => {
  const check = failingOf(watching);
  if (check === undefined) return {};
  try {
    return { hint: await takeHint({ lesson: watching.lesson, check }, notes) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { reply: error.message };
  }
};
