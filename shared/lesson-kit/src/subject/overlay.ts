import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repository } from '../lesson/repository.ts';
import { SubjectError } from './subject-error.ts';
import type { Subject } from './subject.ts';

const COPIES = join(repository, '.cache', 'subjects');
const LEFT_OUT = new Set(['node_modules', '.git']);

/**
 * Copies folders over each other, the last one winning, into a place of its own in the repository,
 * or in the folder `above`.
 */
export async function layOver(
  label: string,
  folders: readonly string[],
  above = COPIES,
): Promise<Subject> {
  await mkdir(above, { recursive: true });
  const directory = await mkdtemp(join(above, `${basename(folders.at(-1) ?? 'subject')}-`));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    for (const folder of folders) {
      await copy(folder, directory);
    }
  } catch (error) {
    await remove();
    throw SubjectError.notCopied(label, error);
  }
  return { directory, label, [Symbol.asyncDispose]: remove };
}

function copy(folder: string, directory: string): Promise<void> {
  return cp(folder, directory, {
    recursive: true,
    filter: (path) => path === folder || !LEFT_OUT.has(basename(path)),
  });
}
