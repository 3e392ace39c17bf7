import { readablePath } from '@tracelings/lesson-kit';
import { beginAgain, openLesson } from '../lesson/fresh-start.ts';
import { editsOf } from '../lesson/reset.ts';
import { freshSentence, keptSentence, unneededSentence } from '../screen/reset.ts';
import type { Action } from './action.ts';

export const askToReset: Action = async ({ lesson }) => {
  const edits = await editsOf(lesson);
  const src = readablePath(lesson.src);
  if (edits === 'unopened') {
    return { question: { text: `Put a fresh copy of the starter in ${src}?`, yes: copyStarter } };
  }
  if (edits === 'untouched') return { reply: unneededSentence(lesson, edits) };
  const text = `Put the starter back in ${src}? Your edits are kept beside it.`;
  return { question: { text, yes: resetLesson } };
};

export const resetLesson: Action = async ({ lesson }, { notes }) => {
  const kept = await beginAgain(lesson, notes);
  const reply = keptSentence(lesson, kept);
  return { reply, hasChangedFiles: true, hint: undefined, starterChanged: false };
};

/** Where the folder came back in the meantime, it stays as it is. */
const copyStarter: Action = async ({ lesson }, { notes }) => {
  const { copied } = await openLesson(lesson, notes);
  return copied ? { reply: freshSentence(lesson), hasChangedFiles: true } : {};
};
