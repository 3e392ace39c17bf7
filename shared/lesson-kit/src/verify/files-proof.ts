import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';
import { filesBelow, textOf } from './folder-files.ts';

const LESSON_FILES =
  /^(README\.md|hints\.md|package\.json|lesson\.ts|scenarios\.ts|checks\.ts|checks\.test\.ts|proof\.test\.ts|starter\/.+|src\/.+|src\..+)$/;
const SOLUTION_FILES =
  /^(README\.md|package\.json|src\/.+|mistakes\/[^/]+\/.+|alternatives\/[^/]+\/.+)$/;
const NOTES = /^(mistake\.json|message\.txt|alternative\.json)$/;

/** Every file has its place; a file that nobody asks for is a file that nobody keeps right. */
export async function proveFiles(lesson: LessonFolder): Promise<Complaint[]> {
  const found = await Promise.all([
    unclaimed(lesson.directory, LESSON_FILES),
    unclaimed(lesson.solution, SOLUTION_FILES),
    needlessVariantFiles(lesson),
  ]);
  return found.flat();
}

async function unclaimed(folder: string, claimed: RegExp): Promise<Complaint[]> {
  const files = await filesBelow(folder);
  const imported = await importedFiles(
    folder,
    files.filter((file) => !file.includes('/')),
  );
  return files
    .filter((file) => !claimed.test(file) && !imported.has(file))
    .map((file) => ({
      file: readablePath(join(folder, file)),
      message: 'nothing claims this file; remove it, or import it where it is needed',
    }));
}

async function importedFiles(folder: string, files: readonly string[]): Promise<Set<string>> {
  const texts = await Promise.all(files.map((file) => textOf(folder, file)));
  const imports = texts.join('\n').matchAll(/from '\.\/([^']+)'/g);
  return new Set([...imports].map(([, file]) => file ?? ''));
}

async function needlessVariantFiles(lesson: LessonFolder): Promise<Complaint[]> {
  const files = (await filesBelow(lesson.solution)).filter((file) =>
    /^(mistakes|alternatives)\//.test(file),
  );
  const complaints = await Promise.all(
    files.map(async (file) => {
      const inside = file.split('/').slice(2).join('/');
      const isSame =
        !NOTES.test(inside) &&
        (await textOf(lesson.solution, file)) === (await textOf(lesson.solution, 'src', inside));
      return isSame ? [file] : [];
    }),
  );
  return complaints.flat().map((file) => ({
    file: readablePath(join(lesson.solution, file)),
    message: 'is the same as in the solution; remove it, only what differs belongs here',
  }));
}
