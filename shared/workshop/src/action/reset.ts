import { readablePath } from '@tracelings/lesson-kit';
import { beginAgain } from '../lesson/fresh-start.ts';
import { editsOf } from '../lesson/reset.ts';
import { keptSentence, unneededSentence } from '../screen/reset.ts';
import type { Action } from './action.ts';

export const askToReset: Action = async ({ lesson }) => {
  const edits = await editsOf(lesson);
  if (edits !== 'edited') return { reply: unneededSentence(lesson, edits) };
  const src = readablePath(lesson.src);
  const text = `Put the starter back in ${src}? Your edits are kept beside it.`;
  return { question: { text, yes: resetLesson } };
};

export const resetLesson: Action = async ({ lesson }, { notes }) => {
  const kept = await beginAgain(lesson, notes);
  const reply = keptSentence(lesson, kept);
  return { reply, hasChangedFiles: true, hint: undefined, starterChanged: false };
};
