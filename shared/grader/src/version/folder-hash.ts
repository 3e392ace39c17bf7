import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentHash } from './content-hash.ts';

/** Adds our own files below a folder. Never for a submission: it follows links and has no limits. */
export async function addFolder(
  whole: ContentHash,
  folder: string,
  isWanted: (path: string) => boolean,
  below = '',
): Promise<void> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!isWanted(path)) continue;
    if (entry.isDirectory()) await addFolder(whole, folder, isWanted, path);
    else if (entry.isFile()) whole.add(path, await readFile(join(folder, path)));
  }
}
