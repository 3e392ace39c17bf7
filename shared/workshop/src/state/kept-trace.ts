import { repository } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { OtlpError, type Trace, parseOtlp } from '@tracelings/trace-shape';
import { glob, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Recording } from '../lesson/recording.ts';
import { UsageError } from '../usage-error.ts';
import { writeWhole } from './whole-file.ts';

const version = 1;

/** The folder that they are kept in, a file for each lesson. */
export const keptTraces = join(repository, '.tracelings', 'traces');

/** What `npm run trace` shows: the runs of the last check of a lesson. */
export interface KeptTrace extends Recording {
  readonly version: typeof version;
}

/** Keeps the runs of a check. Where that cannot be written, the check is worth no less. */
export async function keepTrace(lesson: LessonFolder, recording: Recording): Promise<void> {
  const kept: KeptTrace = { version, ...recording };
  await writeWhole(pathOf(lesson), JSON.stringify(kept)).catch(() => {});
}

/** The lesson that was checked last; `undefined` where nothing is kept. */
export async function lastCheckedLesson(): Promise<string | undefined> {
  const files = glob('*.json', { cwd: keptTraces });
  const kept = await Array.fromAsync(files, async (name) => ({
    id: basename(name, '.json'),
    at: (await stat(join(keptTraces, name))).mtimeMs,
  }));
  return kept.toSorted((one, other) => other.at - one.at)[0]?.id;
}

/** @throws {UsageError} for a file that is not ours */
export async function readKeptTrace(lesson: LessonFolder): Promise<KeptTrace | undefined> {
  const text = await readFile(pathOf(lesson), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const kept = parse(text);
  if (kept !== undefined) return kept;
  throw new UsageError(`The trace kept of ${lesson.id} cannot be read any more.
npm run check -- ${lesson.number} makes another.`);
}

/** One of the runs as a trace, the spans that were left open among them. */
export function traceOfRun(kept: Recording, scenario: string): Trace {
  return parseOtlp(kept.runs[scenario] ?? {});
}

function pathOf({ id }: LessonFolder): string {
  return join(keptTraces, `${id}.json`);
}

function parse(text: string): KeptTrace | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isKept(value)) return undefined;
    for (const scenario of Object.keys(value.runs)) traceOfRun(value, scenario);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof OtlpError) return undefined;
    throw error;
  }
}

/** Written by `keepTrace` alone, so its edges are looked at and its middle is left to `parseOtlp`. */
function isKept(value: unknown): value is KeptTrace {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === version &&
    'runs' in value &&
    typeof value.runs === 'object' &&
    value.runs !== null &&
    'shown' in value &&
    typeof value.shown === 'string'
  );
}
