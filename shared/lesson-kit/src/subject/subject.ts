import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readablePath, repository } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { layOver } from './overlay.ts';
import { SubjectError } from './subject-error.ts';

/** A folder of sources that claims to do the lesson, ready to be run. */
export interface Subject extends AsyncDisposable {
  /** Absolute path of the folder that holds the entry. */
  readonly directory: string;
  /** As people should read it, such as `lessons/01-first-span/src`. */
  readonly label: string;
}

/**
 * Opens a subject: the learner's `src` unless another folder is named. A mistake or an alternative
 * holds only the files that differ, so it is laid over the solution; a folder outside the
 * repository is copied into it, where its imports resolve. Dispose of it to remove such copies.
 *
 * @throws SubjectError when the folder or its entry is missing, or when it cannot be copied.
 *
 * @example
 * ```ts
 * const lesson = await findLesson('01');
 * await using subject = await openSubject(lesson, 'homework/ada');
 * ```
 */
export async function openSubject(lesson: LessonFolder, directory = lesson.src): Promise<Subject> {
  const folder = resolve(directory);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw SubjectError.missingFolder(readablePath(folder));
  }
  if (isVariant(folder)) {
    return layOver(readablePath(folder), layersOf(lesson, folder));
  }
  if (!existsSync(join(folder, lesson.manifest.entry))) {
    throw SubjectError.missingEntry(readablePath(folder), lesson.manifest.entry);
  }
  if (!folder.startsWith(`${repository}/`)) {
    return layOver(readablePath(folder), [folder]);
  }
  return { directory: folder, label: readablePath(folder), [Symbol.asyncDispose]: async () => {} };
}

/** The folders that make a subject when they are laid over each other. */
export function layersOf(lesson: LessonFolder, folder: string): string[] {
  return isVariant(folder) ? [join(lesson.solution, 'src'), folder] : [folder];
}

function isVariant(folder: string): boolean {
  return existsSync(join(folder, 'mistake.json')) || existsSync(join(folder, 'alternative.json'));
}
