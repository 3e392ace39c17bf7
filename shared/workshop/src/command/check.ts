import { exitCodeOf, listLessons } from '@tracelings/lesson-kit';
import type { LessonFolder, Source } from '@tracelings/lesson-kit';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { finishSwap } from '../lesson/folder-swap.ts';
import { judgeFolder, withoutRun } from '../lesson/judging.ts';
import type { Judged } from '../lesson/judging.ts';
import { isDirectory } from '../lesson/learner-copy.ts';
import type { Rechecked } from '../lesson/recheck.ts';
import { drawSeed } from '../lesson/seed.ts';
import { takeStarterNews } from '../lesson/starter-news.ts';
import { openJaeger, openMemory, reasonWithoutJaeger } from '../lesson/trace-source.ts';
import type { OpenSource } from '../lesson/trace-source.ts';
import { withheldVerdict } from '../lesson/withheld-verdict.ts';
import { lookOf } from '../look.ts';
import { starterNewsSentence } from '../screen/starter-news.ts';
import { wrap } from '../screen/wrap.ts';
import { keepTrace } from '../state/kept-trace.ts';
import { withVerdict } from '../state/progress.ts';
import { openNotes } from '../state/notes.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { UsageError } from '../usage-error.ts';
import { reporterFor } from './check-reporter.ts';
import { conclude } from './conclusion.ts';
import { remark } from './folded.ts';
import { typedFolder } from './typed-folder.ts';

export interface CheckOptions {
  readonly all?: true;
  readonly jaeger?: true;
  readonly json?: true;
  readonly keep?: true;
  readonly subject?: string;
  readonly seed?: number;
}

/** Checks one lesson once, or all of them, and gives the exit code of the verdict. */
export async function check(
  name: string | undefined,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<number> {
  refuseContradictions(name, options);
  const notes = openNotes(remark);
  const lessons = options.all
    ? await listLessons()
    : [await chooseLesson(name, await notes.read())];
  const reporter = reporterFor(options, notes);
  const seed = options.seed ?? drawSeed();
  await using source = await openSource(options, reporter.progress, signal);
  const { done } = await notes.read();
  const rechecked: Rechecked[] = [];
  for (const lesson of lessons) {
    await sayStarterNews(lesson, options, notes);
    reporter.progress(`Checking ${lesson.id} …`);
    const judged = await judgeOne({ lesson, options, source, seed, signal, notes });
    rechecked.push({ lesson, verdict: judged.verdict });
    await reporter.report(lesson, judged);
  }
  if (options.all) reporter.conclude(await conclude(rechecked, done, options.keep));
  return exitCodeOfAll(rechecked.map(({ verdict }) => exitCodeOf(verdict.verdict)));
}

/** Machines read `--json`, and another's folder has nothing to do with the learner's. */
async function sayStarterNews(
  lesson: LessonFolder,
  { json, subject }: CheckOptions,
  notes: ProgressFile,
): Promise<void> {
  if (json || subject !== undefined || !(await isDirectory(lesson.src))) return;
  if (!(await takeStarterNews(lesson, notes))) return;
  process.stderr.write(`${wrap(starterNewsSentence(lesson), lookOf(process.stderr))}\n`);
}

function refuseContradictions(name: string | undefined, options: CheckOptions): void {
  const { all, subject, keep, json } = options;
  if (keep && !all) {
    throw new UsageError(`--keep writes the result of every lesson, and one lesson was to be checked.
What there is: npm run check -- --all --keep`);
  }
  if (keep && json) {
    throw new UsageError(`--keep writes a result for people, and --json is for machines.
Leave one of them out.`);
  }
  if (all && name !== undefined) {
    throw new UsageError(`--all checks every lesson, so "${name}" beside it says two things.
Leave one of them out.`);
  }
  if (all && subject !== undefined) {
    throw new UsageError(`--subject names the sources of one lesson, and --all asks for every one.
Name the lesson instead: npm run check -- 01 --subject ${subject}`);
  }
}

/** A Jaeger that cannot be had is a verdict on the machine, so it is kept until a lesson asks. */
interface Unavailable extends AsyncDisposable {
  readonly reason: string;
}

async function openSource(
  { jaeger }: CheckOptions,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<OpenSource | Unavailable> {
  if (!jaeger) return openMemory();
  progress('Starting Jaeger in a container …');
  try {
    return await openJaeger(signal);
  } catch (error) {
    const reason = await reasonWithoutJaeger(error);
    if (reason === undefined) throw error;
    return { reason, [Symbol.asyncDispose]: async () => {} };
  }
}

interface One {
  readonly lesson: LessonFolder;
  readonly options: CheckOptions;
  readonly source: OpenSource | Unavailable;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly notes: ProgressFile;
}

async function judgeOne({ lesson, options, source, ...order }: One): Promise<Judged> {
  if ('reason' in source) return withoutJaeger(lesson, order.seed, source.reason);
  const own = options.subject === undefined;
  if (own) await finishSwap(lesson);
  const opened = await isDirectory(lesson.src);
  const directory = own ? (opened ? lesson.src : lesson.starter) : typedFolder(options.subject);
  const judged = await judgeOrExcuse({ lesson, directory, source: source.source, ...order });
  if (own && opened) await order.notes.update((before) => withVerdict(before, judged.verdict));
  if (judged.recording) await keepTrace(lesson, judged.recording);
  return judged;
}

async function judgeOrExcuse(order: {
  readonly lesson: LessonFolder;
  readonly directory: string;
  readonly source: Source;
  readonly seed: number;
  readonly signal: AbortSignal;
}): Promise<Judged> {
  try {
    return await judgeFolder(order);
  } catch (error) {
    if (order.source.kind !== 'jaeger' || order.signal.aborted) throw error;
    const reason = await reasonWithoutJaeger(error);
    if (reason === undefined) throw error;
    return withoutJaeger(order.lesson, order.seed, reason);
  }
}

function withoutJaeger(lesson: LessonFolder, seed: number, reason: string): Judged {
  const withheld = { source: 'jaeger', seed, verdict: 'environment-missing' } as const;
  return withoutRun(withheldVerdict(lesson, withheld, reason));
}

/** What most needs somebody's attention: a program that cannot run, then one that is not right yet. */
function exitCodeOfAll(exitCodes: readonly number[]): number {
  return [2, 1, 3].find((code) => exitCodes.includes(code)) ?? 0;
}
