import { hintsOf } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import { type Progress, withHint } from '../state/progress.ts';
import type { ProgressFile } from '../state/progress-file.ts';
import { UsageError } from '../usage-error.ts';

export interface Hint {
  /** The id of the check it helps with. */
  readonly check: string;
  readonly title: string;
  /** From 1: a question, a pointer, nearly the answer. */
  readonly level: number;
  readonly levels: number;
  /** Markdown. */
  readonly text: string;
}

export interface HintQuestion {
  readonly lesson: LessonFolder;
  readonly check: string;
  /** The one after what was read before, unless told. */
  readonly level?: number;
}

/**
 * Gives a hint and remembers how far the hints were read. After the last one comes the last again.
 *
 * @throws {UsageError} for a check or a level that the lesson does not have
 */
export async function takeHint(question: HintQuestion, notes: ProgressFile): Promise<Hint> {
  const { lesson, check } = question;
  const title = titleOf(question);
  const texts = (await hintsOf(lesson).catch(noneWhenMissing)).get(check) ?? [];
  const level = question.level ?? levelAfter(await notes.read(), question, texts.length);
  const text = texts[level - 1];
  if (text === undefined) throw new UsageError(explainMissing(check, texts.length));
  await notes.update((before) => withHint(before, { lesson: lesson.id, check, level }));
  return { check, title, level, levels: texts.length, text };
}

function titleOf({ lesson, check: sought }: HintQuestion): string {
  const { checks } = lesson.manifest;
  const title = checks.find(({ id }) => id === sought)?.title;
  if (title !== undefined) return title;
  throw new UsageError(`${lesson.id} has no check "${sought}".
Its checks are: ${checks.map(({ id }) => id).join(', ')}.`);
}

function noneWhenMissing(error: unknown): ReadonlyMap<string, readonly string[]> {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
  throw error;
}

function levelAfter(progress: Progress, { lesson, check }: HintQuestion, levels: number): number {
  const read = progress.hints[lesson.id]?.[check] ?? 0;
  return Math.min(read + 1, Math.max(levels, 1));
}

function explainMissing(check: string, levels: number): string {
  return levels === 0
    ? `No hints are written for the check "${check}" yet. The lesson's README and the check's own message are all there is.`
    : `The check "${check}" has ${levels} hints, so --level takes 1 to ${levels}.`;
}
