import type { LessonFolder } from '@tracelings/lesson-kit';
import { readablePath } from '@tracelings/lesson-kit';
import { OtlpError, type Trace, parseOtlp, toOtlp } from '@tracelings/trace-shape';
import { readFile, stat } from 'node:fs/promises';
import process from 'node:process';
import { chooseLesson } from '../lesson/choice.ts';
import { judgeOwn } from '../lesson/own-judging.ts';
import type { Failing } from '../lesson/recording.ts';
import { lookOf } from '../look.ts';
import { keptTitle, otherRunsLine } from '../screen/kept-title.ts';
import { linesScreen } from '../screen/line.ts';
import { traceLines } from '../screen/trace.ts';
import {
  type KeptTrace,
  lastCheckedLesson,
  readKeptTrace,
  traceOfRun,
} from '../state/kept-trace.ts';
import { openNotes } from '../state/notes.ts';
import { UsageError } from '../usage-error.ts';
import { remark } from './folded.ts';
import { typedFolder } from './typed-folder.ts';

export interface TraceOptions {
  readonly json?: true;
  readonly unfold?: true;
  readonly scenario?: string;
  readonly width?: number;
}

interface Shown {
  readonly trace: Trace;
  readonly title: string;
  readonly others?: string;
  readonly failing?: Failing | undefined;
}

/** How many spans are shown before the rest is folded, and how wide where no terminal says. */
const foldedMost = 40;
const widthInPipes = 100;

/** Shows the trace of a lesson's last run, or any trace in a file, as a waterfall. */
export async function trace(
  typed: string | undefined,
  options: TraceOptions,
  signal: AbortSignal,
): Promise<number> {
  const file = await typedFile(typed);
  const shown =
    file === undefined ? await lastTrace(typed, options, signal) : await traceInFile(file, options);
  process.stdout.write(`${options.json ? asJson(shown) : asText(shown, options)}\n`);
  return 0;
}

function asJson({ trace: { spans } }: Shown): string {
  return JSON.stringify(toOtlp(spans));
}

function asText(shown: Shown, { unfold, width }: TraceOptions): string {
  const look = lookOf(process.stdout);
  const lines = traceLines(
    {
      ...shown,
      width: width ?? (process.stdout.columns || widthInPipes),
      most: unfold ? Infinity : foldedMost,
      unfold: 'Add --unfold to see every one.',
    },
    look,
  );
  return linesScreen(lines, look);
}

/** A path, unless it is the name of a lesson: what ends in .json, or is a file. */
async function typedFile(typed: string | undefined): Promise<string | undefined> {
  if (typed === undefined) return undefined;
  const path = typedFolder(typed);
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() || typed.endsWith('.json') ? path : undefined;
}

async function traceInFile(path: string, { scenario }: TraceOptions): Promise<Shown> {
  if (scenario !== undefined) {
    throw new UsageError(`--scenario chooses one of a lesson's runs, and ${readablePath(path)} is a file.
Leave one of them out.`);
  }
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(explainFile(path, error));
  });
  return { trace: parseFile(path, text), title: readablePath(path) };
}

function explainFile(path: string, error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const found = isMissing
    ? `There is no file ${path}.`
    : `${path} cannot be read: ${String(error)}`;
  return `${found}
Name a file with a trace as OTLP JSON, or a lesson by its number, such as 01.`;
}

function parseFile(path: string, text: string): Trace {
  try {
    return parseOtlp(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof OtlpError || error instanceof SyntaxError)) throw error;
    throw new UsageError(`${readablePath(path)} should hold a trace as OTLP JSON, and does not:
${error.message}`);
  }
}

async function lastTrace(
  name: string | undefined,
  options: TraceOptions,
  signal: AbortSignal,
): Promise<Shown> {
  const notes = openNotes(remark);
  const lesson = await chooseLesson(name ?? (await lastCheckedLesson()), await notes.read());
  if ((await readKeptTrace(lesson)) === undefined) await judgeOwn(lesson, notes, signal);
  const kept = await readKeptTrace(lesson);
  if (kept === undefined) throw new UsageError(explainNothing(lesson));
  const scenario = options.scenario ?? kept.shown;
  if (kept.runs[scenario] === undefined) throw new UsageError(explainScenario(kept, scenario));
  const failing = scenario === kept.shown ? kept.failing : undefined;
  return {
    trace: traceOfRun(kept, scenario),
    title: keptTitle(kept, scenario),
    others: otherRunsLine(kept, scenario),
    failing,
  };
}

function explainNothing({ id, number }: LessonFolder): string {
  return `No run of ${id} has left anything to show. npm run check -- ${number} says why.`;
}

function explainScenario({ lesson, runs }: KeptTrace, scenario: string): string {
  return `The last check of ${lesson} had no run "${scenario}".
Its runs are: ${Object.keys(runs).join(', ')}.`;
}
