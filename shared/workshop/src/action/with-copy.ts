import { readablePath } from '@tracelings/lesson-kit';
import { isDirectory } from '../lesson/learner-copy.ts';
import type { Action } from './action.ts';

/** An action that is about the learner's copy, and says so where that has gone. */
export function withCopy(act: Action): Action {
  return async (watching, tools) => {
    const { src } = watching.lesson;
    if (await isDirectory(src)) return await act(watching, tools);
    return { reply: `${readablePath(src)} is not there, and this key is about what is in it.` };
  };
}
