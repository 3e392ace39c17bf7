import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { readablePath } from '../lesson/repository.ts';

/** What a `mistake.json` says. */
interface MistakeManifest {
  /** The id of the check it must fail first. */
  readonly check: string;
  /** Why people write it. */
  readonly why: string;
  /** Where someone did. */
  readonly seen?: string;
}

/** A wrong answer that people really write. */
export interface Mistake extends MistakeManifest {
  /** Its folder's name. */
  readonly name: string;
  /** Absolute path; it holds only the files that differ from the solution. */
  readonly directory: string;
}

/** Another right answer. */
export interface Alternative {
  /** Its folder's name. */
  readonly name: string;
  /** Absolute path; it holds only the files that differ from the solution. */
  readonly directory: string;
  /** What is different about it, in a line. */
  readonly style: string;
}

/** What the two kinds of folders beside a solution say about themselves in. */
export const variantManifests = {
  mistakes: 'mistake.json',
  alternatives: 'alternative.json',
} as const;

/**
 * The wrong answers of a lesson, in the order of their names. A folder without a `mistake.json` is
 * none of them.
 *
 * @throws Error that names the file when a `mistake.json` lacks `check` or `why`.
 */
export async function mistakesOf(lesson: LessonFolder): Promise<Mistake[]> {
  return (await variantsIn(lesson, 'mistakes')).map(({ name, directory, textOf, said }) => ({
    name,
    directory,
    check: textOf('check'),
    why: textOf('why'),
    ...(said.has('seen') && { seen: textOf('seen') }),
  }));
}

/**
 * The other right answers of a lesson, in the order of their names. A folder without an
 * `alternative.json` is none of them.
 *
 * @throws Error that names the file when an `alternative.json` lacks `style`.
 */
export async function alternativesOf(lesson: LessonFolder): Promise<Alternative[]> {
  return (await variantsIn(lesson, 'alternatives')).map(({ name, directory, textOf }) => ({
    name,
    directory,
    style: textOf('style'),
  }));
}

interface Variant {
  readonly name: string;
  readonly directory: string;
  readonly said: ReadonlyMap<string, unknown>;
  /** What the manifest says under a name. */
  readonly textOf: (field: string) => string;
}

async function variantsIn(
  lesson: LessonFolder,
  kind: keyof typeof variantManifests,
): Promise<Variant[]> {
  const folder = join(lesson.solution, kind);
  if (!existsSync(folder)) {
    return [];
  }
  const manifest = variantManifests[kind];
  const names = (await readdir(folder)).toSorted();
  return Promise.all(
    names
      .filter((name) => existsSync(join(folder, name, manifest)))
      .map((name) => readVariant(name, join(folder, name), manifest)),
  );
}

async function readVariant(name: string, directory: string, manifest: string): Promise<Variant> {
  const file = join(directory, manifest);
  const said = fieldsOf(await readFile(file, 'utf8'));
  const textOf = (field: string): string => {
    const text = said.get(field);
    if (typeof text !== 'string' || text === '') {
      throw new Error(`${readablePath(file)} has no text under "${field}". Write it as JSON.`);
    }
    return text;
  };
  return { name, directory, said, textOf };
}

function fieldsOf(json: string): Map<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
