import type { LessonFolder } from '@tracelings/lesson-kit';
import { exitCodeOf } from '@tracelings/lesson-kit';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { failingCheck } from '../lesson/failing-check.ts';
import { type Hint, takeHint } from '../lesson/hint.ts';
import { judgeOwn } from '../lesson/own-judging.ts';
import { lookOf } from '../look.ts';
import { hintScreen, isLast, walkthroughOf } from '../screen/hint.ts';
import { reportScreen } from '../screen/report.ts';
import { openNotes } from '../state/notes.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { remark } from './folded.ts';
import { nextScreen } from './next-screen.ts';

export interface HintOptions {
  readonly check?: string;
  readonly level?: number;
}

/** Shows the next hint for the check that fails first, or for the one that was named. */
export async function hint(
  name: string | undefined,
  options: HintOptions,
  signal: AbortSignal,
): Promise<number> {
  const notes = openNotes(remark);
  const lesson = await chooseLesson(name, await notes.read());
  const check = options.check ?? (await failingOrReport(lesson, notes, signal));
  if (typeof check === 'number') return check;
  const { level } = options;
  const taken = await takeHint({ lesson, check, ...(level && { level }) }, notes);
  process.stdout.write(`${hintScreen(taken, more(taken, lesson), lookOf(process.stdout))}\n`);
  return 0;
}

/** A program that passes needs no hint, and one that cannot run gets what hinders it instead. */
async function failingOrReport(
  lesson: LessonFolder,
  notes: ProgressFile,
  signal: AbortSignal,
): Promise<string | number> {
  const judged = await judgeOwn(lesson, notes, signal);
  const failing = failingCheck(judged.verdict);
  if (failing !== undefined) return failing.id;
  const look = lookOf(process.stdout);
  const next = await nextScreen({ lesson, judged, notes }, look);
  process.stdout.write(`${reportScreen({ lesson, judged, next }, look)}\n`);
  return exitCodeOf(judged.verdict.verdict);
}

function more(taken: Hint, lesson: LessonFolder): string {
  const again = `npm run hint -- ${lesson.number}`;
  return isLast(taken)
    ? `That was the last hint. ${walkthroughOf(lesson)} walks through a whole solution and says why; open it whenever you like, it is part of the lesson.`
    : `For more: ${again}`;
}
