import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Todo {
  /** Absolute. */
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
}

/** The places that a starter marks for work, in the order of files and lines. */
export async function findTodos(directory: string): Promise<Todo[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(files.toSorted().map((file) => todosOf(file)));
  return found.flat();
}

async function todosOf(file: string): Promise<Todo[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((text, index) =>
    /\/\/\s*TODO\b/.test(text) ? [{ file, line: index + 1 }] : [],
  );
}
