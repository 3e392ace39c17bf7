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
  /** How far the hints were read, by lesson and check; checks nobody asked about are absent. */
  readonly hints: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** A mark of the starter, by lesson, that the learner was last told of. */
  readonly starters: Readonly<Record<string, string>>;
}

export const untouched: Progress = { version, done: [], checks: {}, hints: {}, starters: {} };

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

/** Reading an earlier hint once more takes nothing back. */
export function withHint(progress: Progress, { lesson, check, level }: HintRead): Progress {
  const read = progress.hints[lesson] ?? {};
  const furthest = Math.max(level, read[check] ?? 0);
  return { ...progress, hints: { ...progress.hints, [lesson]: { ...read, [check]: furthest } } };
}

/** A lesson that begins again. That it was done once stays. */
export function withoutLesson(progress: Progress, lesson: string): Progress {
  const { [lesson]: _checks, ...checks } = progress.checks;
  const { [lesson]: _hints, ...hints } = progress.hints;
  return { ...progress, checks, hints };
}

/** A copy that was made from this starter, or an update of it that the learner was told of. */
export function withStarter(progress: Progress, lesson: string, mark: string): Progress {
  return { ...progress, starters: { ...progress.starters, [lesson]: mark } };
}

interface HintRead {
  readonly lesson: string;
  readonly check: string;
  readonly level: number;
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
  const { lesson, done, checks, hints = {}, starters = {} } = read;
  if (
    read['version'] !== version ||
    (lesson !== undefined && typeof lesson !== 'string') ||
    !isStrings(done) ||
    !isRecordOf(checks, isStrings) ||
    !isRecordOf(hints, isLevels) ||
    !isRecordOf(starters, isString)
  ) {
    throw new ProgressError('damaged', 'it holds something else than progress');
  }
  return { version, ...(lesson === undefined ? {} : { lesson }), done, checks, hints, starters };
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

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => isString(item));
}

function isLevels(value: unknown): value is Record<string, number> {
  return isRecordOf(value, (item) => typeof item === 'number');
}

function isRecordOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is Record<string, Item> {
  return isRecord(value) && Object.values(value).every((item) => isItem(item));
}
