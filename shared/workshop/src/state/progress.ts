import type { LessonVerdict } from '@tracelings/lesson-kit';

const version = 1;

/** What is remembered between two sittings. Small and readable on purpose: people may commit it. */
export interface Progress {
  readonly version: typeof version;
  /** The current lesson's id; none before the first one is opened. */
  readonly lesson?: string;
  /** Ids of the lessons that passed once. Trying things out afterwards takes nothing away. */
  readonly done: readonly string[];
  /** Ids of the checks that passed when a lesson was last checked. */
  readonly checks: Readonly<Record<string, readonly string[]>>;
}

export const untouched: Progress = { version, done: [], checks: {} };

export class ProgressError extends Error {
  readonly code: 'damaged' | 'newer';

  constructor(code: 'damaged' | 'newer', message: string) {
    super(message);
    this.code = code;
  }
}

export function withLesson(progress: Progress, lesson: string): Progress {
  return { ...progress, lesson };
}

export function withVerdict(progress: Progress, verdict: LessonVerdict): Progress {
  const passed = verdict.checks.filter((check) => check.verdict === 'passed');
  const judged = verdict.verdict === 'passed' || verdict.verdict === 'not-yet';
  if (!judged) return progress;
  const done = verdict.verdict === 'passed' ? [...progress.done, verdict.lesson] : progress.done;
  return {
    ...progress,
    done: [...new Set(done)].toSorted(),
    checks: { ...progress.checks, [verdict.lesson]: passed.map((check) => check.id) },
  };
}

export function writeProgress(progress: Progress): string {
  return `${JSON.stringify(progress, undefined, 2)}\n`;
}

/** @throws {ProgressError} for a text that is not ours, or that a newer workshop wrote */
export function parseProgress(text: string): Progress {
  const read = parseObject(text);
  if (typeof read['version'] === 'number' && read['version'] > version) {
    throw new ProgressError('newer', `it was written by a newer version of the workshop`);
  }
  const { lesson, done, checks } = read;
  if (
    read['version'] !== version ||
    (lesson !== undefined && typeof lesson !== 'string') ||
    !isStrings(done) ||
    !isRecordOfStrings(checks)
  ) {
    throw new ProgressError('damaged', 'it holds something else than progress');
  }
  return { version, ...(lesson === undefined ? {} : { lesson }), done, checks };
}

function parseObject(text: string): Record<string, unknown> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new ProgressError('damaged', 'it is not JSON');
  }
  if (!isRecord(read)) throw new ProgressError('damaged', 'it is not a JSON object');
  return read;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecordOfStrings(value: unknown): value is Record<string, string[]> {
  return isRecord(value) && Object.values(value).every((item) => isStrings(item));
}
