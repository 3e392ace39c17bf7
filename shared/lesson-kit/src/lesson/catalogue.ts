import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UnknownLessonError } from './unknown-lesson-error.ts';
import type { LessonFolder } from './lesson-folder.ts';
import type { Lesson } from './lesson.ts';
import { repository } from './repository.ts';

const LESSONS = join(repository, 'lessons');

/** All lessons, in the order of their numbers. Imports every manifest, with its checks. */
export async function listLessons(): Promise<LessonFolder[]> {
  return Promise.all((await lessonIds()).map((id) => openLesson(join(LESSONS, id))));
}

/**
 * The lesson that a person means by `01`, `1`, `01-first-span` or `first-span`.
 *
 * @throws UnknownLessonError that lists the lessons there are and names the nearest.
 *
 * @example
 * ```ts
 * const { manifest } = await findLesson('first-span');
 * ```
 */
export async function findLesson(text: string): Promise<LessonFolder> {
  const ids = await lessonIds();
  const id = ids.find((candidate) => namesOf(candidate).includes(text));
  if (id === undefined) {
    throw new UnknownLessonError(text, ids);
  }
  return openLesson(join(LESSONS, id));
}

/**
 * The lesson in a folder, or the one that a file such as `checks.test.ts` belongs to. Takes paths
 * and `file:` addresses, so that a file of a lesson can give its `import.meta.url`.
 *
 * Rejects with what the import of its `lesson.ts` throws.
 */
export async function openLesson(place: string | URL): Promise<LessonFolder> {
  const path = String(place).startsWith('file:') ? fileURLToPath(place) : String(place);
  const directory = path.endsWith('.ts') ? dirname(path) : path;
  const id = basename(directory);
  const manifest = join(directory, 'lesson.ts');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's own, typed by `defineLesson`
  const module = (await import(pathToFileURL(manifest).href)) as { readonly default: Lesson };
  return {
    id,
    number: id.slice(0, 2),
    directory,
    manifest: module.default,
    starter: join(directory, 'starter'),
    src: join(directory, 'src'),
    solution: join(directory, '../../solutions', id),
  };
}

async function lessonIds(): Promise<string[]> {
  const names = await readdir(LESSONS);
  return names
    .filter((name) => /^\d\d-/.test(name) && existsSync(join(LESSONS, name, 'lesson.ts')))
    .toSorted();
}

function namesOf(id: string): string[] {
  const number = id.slice(0, 2);
  return [id, id.slice(3), number, String(Number(number))];
}
