import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const dayMs = 24 * 60 * 60 * 1000;

interface Kept {
  readonly folder: string;
  readonly name: RegExp;
  readonly days: number;
}

/** What is never asked for again, or made again at the next start. */
const kept: readonly Kept[] = [
  { folder: '.', name: /^opening-/, days: 7 },
  { folder: 'subjects', name: /^/, days: 7 },
  { folder: 'grounds', name: /^/, days: 7 },
  // Node adds what it compiles, for each version of itself and of each file, and takes none away.
  { folder: 'compile', name: /^v\d/, days: 30 },
];

/**
 * Removes what a killed command has left in the cache, and what was compiled long ago. It never
 * fails, and looks at the folders themselves alone: cheap enough for every start.
 */
export async function removeStale(cache: string, now = Date.now()): Promise<void> {
  for (const { folder, name, days } of kept) {
    const names = await readdir(join(cache, folder)).catch(() => []);
    for (const path of names
      .filter((each) => name.test(each))
      .map((each) => join(cache, folder, each))) {
      if (await isOlder(path, now - days * dayMs)) await rm(path, removal).catch(() => undefined);
    }
  }
}

const removal = { recursive: true, force: true } as const;

/** By when it was made: a folder that is still written to gets no younger. */
async function isOlder(path: string, limit: number): Promise<boolean> {
  const made = await stat(path).catch(() => undefined);
  return made !== undefined && (made.birthtimeMs || made.mtimeMs) < limit;
}
