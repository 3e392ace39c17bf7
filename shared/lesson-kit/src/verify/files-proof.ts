import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';
import { filesBelow, textOf } from './folder-files.ts';
import { variantManifests } from './variant.ts';

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
    unnamedVariants(lesson),
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

/** Without its manifest a folder is no mistake and no alternative, and nothing is proved of it. */
async function unnamedVariants(lesson: LessonFolder): Promise<Complaint[]> {
  const files = await filesBelow(lesson.solution);
  return Object.entries(variantManifests).flatMap(([kind, manifest]) => {
    const inside = files.filter((file) => file.startsWith(`${kind}/`));
    const folders = new Set(inside.flatMap((file) => /^[^/]+\/[^/]+(?=\/)/.exec(file) ?? []));
    return [...folders]
      .filter((folder) => !inside.includes(`${folder}/${manifest}`))
      .map((folder) => ({
        file: readablePath(join(lesson.solution, folder)),
        message: `has no ${manifest}, so nothing is proved of it; write one, or remove the folder`,
      }));
  });
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
