import { listLessons, readablePath } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { beginAgain } from '../lesson/fresh-start.ts';
import { editsOf, undoReset } from '../lesson/reset.ts';
import { lookOf } from '../look.ts';
import { keptSentence, undoneSentence, unneededSentence } from '../screen/reset.ts';
import { wrap } from '../screen/wrap.ts';
import { openNotes } from '../state/notes.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { UsageError } from '../usage-error.ts';
import { remark } from './folded.ts';
import { askYesNo, canAsk } from './question.ts';

export interface ResetOptions {
  readonly all?: true;
  readonly undo?: true;
  readonly yes?: true;
}

/** Puts starters back, the edits kept aside, or brings the edits back. */
export async function reset(
  name: string | undefined,
  options: ResetOptions,
  signal: AbortSignal,
): Promise<number> {
  if (options.all && name !== undefined) {
    throw new UsageError(`--all means every lesson, so "${name}" beside it says two things.
Leave one of them out.`);
  }
  const notes = openNotes(remark);
  const lessons = options.all
    ? await listLessons()
    : [await chooseLesson(name, await notes.read())];
  return options.undo ? await undo(lessons) : await resetAll(lessons, { options, notes, signal });
}

async function undo(lessons: readonly LessonFolder[]): Promise<number> {
  for (const lesson of lessons) say(undoneSentence(lesson, await undoReset(lesson)));
  return 0;
}

interface Circumstances {
  readonly options: ResetOptions;
  readonly notes: ProgressFile;
  readonly signal: AbortSignal;
}

async function resetAll(
  lessons: readonly LessonFolder[],
  { options, notes, signal }: Circumstances,
): Promise<number> {
  const edited = [];
  for (const lesson of lessons) {
    const edits = await editsOf(lesson);
    if (edits === 'edited') edited.push(lesson);
    else if (!options.all) say(unneededSentence(lesson, edits));
  }
  if (options.all && edited.length === 0) say('No lesson differs from its starter.');
  if (edited.length === 0) return 0;
  if (!options.yes && !(await isWanted(edited, signal))) {
    say('Nothing was changed.');
    return 0;
  }
  for (const lesson of edited) {
    say(keptSentence(lesson, await beginAgain(lesson, notes)));
  }
  return 0;
}

/** @throws {UsageError} where nobody is there to answer */
async function isWanted(edited: readonly LessonFolder[], signal: AbortSignal): Promise<boolean> {
  const folders = edited.map((lesson) => readablePath(lesson.src)).join(', ');
  if (!canAsk()) {
    throw new UsageError(`The starter would be put back in ${folders}, and the edits kept beside it.
Nobody is at a terminal to be asked, so say it with --yes. Nothing was changed.`);
  }
  return await askYesNo(
    `Put the starter back in ${folders}? Your edits are kept beside it.`,
    signal,
  );
}

function say(text: string): void {
  process.stdout.write(`${wrap(text, lookOf(process.stdout))}\n`);
}
