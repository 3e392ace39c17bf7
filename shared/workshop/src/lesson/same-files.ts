import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Whether two folders hold the same files with the same bytes. Empty folders do not count. */
export async function haveSameFiles(one: string, other: string): Promise<boolean> {
  const names = await filesOf(one);
  if (names.join('\n') !== (await filesOf(other)).join('\n')) return false;
  const same = names.map(async (name) => {
    const [mine, theirs] = await Promise.all([
      readFile(join(one, name)),
      readFile(join(other, name)),
    ]);
    return mine.equals(theirs);
  });
  return (await Promise.all(same)).every(Boolean);
}

/** Relative paths with forward slashes, in order. */
export async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
