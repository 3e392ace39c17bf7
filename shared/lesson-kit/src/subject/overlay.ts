import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repository } from '../lesson/repository.ts';
import type { Subject } from './subject.ts';

const COPIES = join(repository, '.cache', 'subjects');
const LEFT_OUT = new Set(['node_modules', '.git']);

/** Copies folders over each other, the last one winning, into a place of its own in the repository. */
export async function layOver(label: string, folders: readonly string[]): Promise<Subject> {
  await mkdir(COPIES, { recursive: true });
  const directory = await mkdtemp(join(COPIES, `${basename(folders.at(-1) ?? 'subject')}-`));
  for (const folder of folders) {
    await cp(folder, directory, {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(basename(path)),
    });
  }
  return {
    directory,
    label,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}
