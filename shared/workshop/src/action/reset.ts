import { readablePath } from '@tracelings/lesson-kit';
import { beginAgain, openLesson } from '../lesson/fresh-start.ts';
import { editsOf } from '../lesson/reset.ts';
import { freshSentence, keptSentence, unneededSentence } from '../screen/reset.ts';
import type { Action } from './action.ts';

export const askToReset: Action = async ({ lesson }) => {
  const edits = await editsOf(lesson);
  if (edits === 'untouched') return { reply: unneededSentence(lesson, edits) };
  const src = readablePath(lesson.src);
  const text =
    edits === 'edited'
      ? `Put the starter back in ${src}? Your edits are kept beside it.`
      : `Put a fresh copy of the starter in ${src}?`;
  return { question: { text, yes: resetLesson } };
};

/** The folder may have come and gone since somebody was asked, and a page asks by itself. */
export const resetLesson: Action = async ({ lesson }, { notes }) => {
  const edits = await editsOf(lesson);
  if (edits === 'untouched') return { reply: unneededSentence(lesson, edits) };
  const reply =
    edits === 'edited'
      ? keptSentence(lesson, await beginAgain(lesson, notes))
      : await openLesson(lesson, notes).then(() => freshSentence(lesson));
  return { reply, hasChangedFiles: true, hint: undefined, starterChanged: false };
};
