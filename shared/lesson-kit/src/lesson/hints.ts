import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LessonFolder } from './lesson-folder.ts';

/** The three hints for one check: a question, a pointer, and nearly the answer. Markdown. */
export type Hints = readonly string[];

/**
 * The hints of a lesson by check id, as `hints.md` holds them. A check without any is absent.
 *
 * Rejects when the lesson has no `hints.md`.
 *
 * @example
 * ```ts
 * const hints = await hintsOf(await findLesson('01'));
 * console.log(hints.get('registered')?.[0]);
 * ```
 */
export async function hintsOf(lesson: LessonFolder): Promise<ReadonlyMap<string, Hints>> {
  return parseHints(await readFile(join(lesson.directory, 'hints.md'), 'utf8'));
}

/** Reads `## check-id` headings, each with a numbered list below it. */
export function parseHints(markdown: string): ReadonlyMap<string, Hints> {
  const sections = markdown.replaceAll('\r\n', '\n').split(/^## +/m).slice(1);
  return new Map(
    sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return [heading.trim(), itemsOf(lines.join('\n'))];
    }),
  );
}

function itemsOf(list: string): string[] {
  return list
    .split(/^\d+\. +/m)
    .slice(1)
    .map((item) => item.trim().replaceAll(/\n {1,3}/g, '\n'));
}
