import { exitCodeOf, readablePath } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { type Against, compareOwn } from '../lesson/comparison.ts';
import { isDirectory } from '../lesson/learner-copy.ts';
import { judgeOwn } from '../lesson/own-judging.ts';
import { keptStarter } from '../lesson/starter-news.ts';
import { type Look, lookOf } from '../look.ts';
import { differenceLines, legendOf, sameSentence } from '../screen/difference.ts';
import { linesScreen } from '../screen/line.ts';
import { starterNotKeptSentence } from '../screen/starter-news.ts';
import { wrap } from '../screen/wrap.ts';
import { openNotes } from '../state/notes.ts';
import { UsageError } from '../usage-error.ts';
import { remark } from './folded.ts';

export interface DiffOptions {
  readonly starter?: true;
  readonly spoil?: true;
  readonly pulled?: true;
}

/** Shows how the learner's copy differs from the solution, or from the starter. */
export async function diff(
  name: string | undefined,
  options: DiffOptions,
  signal: AbortSignal,
): Promise<number> {
  const notes = openNotes(remark);
  const progress = await notes.read();
  const lesson = await chooseLesson(name, progress);
  if (!(await isDirectory(lesson.src))) {
    throw new UsageError(`${readablePath(lesson.src)} is not there yet, so there is nothing of yours to compare.
npm start -- ${lesson.number} makes it.`);
  }
  if (options.pulled) return await showPulled(lesson);
  if (options.starter || options.spoil || progress.done.includes(lesson.id)) {
    return await show(lesson, options.starter ? 'starter' : 'solution');
  }
  const { verdict } = (await judgeOwn(lesson, notes, signal)).verdict;
  if (verdict === 'passed') return await show(lesson, 'solution');
  process.stderr.write(`${withheld(lesson, lookOf(process.stderr))}\n`);
  return exitCodeOf(verdict);
}

async function showPulled(lesson: LessonFolder): Promise<number> {
  if (await isDirectory(keptStarter(lesson))) return await show(lesson, 'pulled');
  throw new UsageError(starterNotKeptSentence(lesson));
}

async function show(lesson: LessonFolder, against: Against): Promise<number> {
  const comparison = await compareOwn(lesson, against);
  const lines = differenceLines(comparison);
  const look = lookOf(process.stdout);
  const shown =
    lines.length === 0
      ? sameSentence(lesson, against)
      : `${look.paint('quiet', legendOf(comparison))}\n${linesScreen(lines, look)}`;
  process.stdout.write(`${shown}\n`);
  return 0;
}

function withheld(lesson: LessonFolder, look: Look): string {
  return [
    `The solution of ${lesson.id} is shown once all its checks pass, so that it cannot spoil what is left to find.`,
    `npm run diff -- ${lesson.number} --spoil shows it now.`,
    `npm run diff -- ${lesson.number} --starter shows what you have changed so far.`,
  ]
    .map((line) => wrap(line, look))
    .join('\n');
}
