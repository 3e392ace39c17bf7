import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of all files below a folder, relative to it, in order; without installed and hidden ones. */
export async function filesBelow(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile() && !/(^|\/)(node_modules|\.[^/]*)(\/|$)/.test(path)) {
      paths.push(path);
    }
  }
  return paths.toSorted();
}

/** A file's text, or `undefined` where there is none. */
export async function textOf(...path: string[]): Promise<string | undefined> {
  try {
    return await readFile(join(...path), 'utf8');
  } catch {
    return undefined;
  }
}
