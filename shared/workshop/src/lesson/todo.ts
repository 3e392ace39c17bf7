import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Todo {
  /** Absolute. */
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
}

interface Step extends Todo {
  /** The `2` of a `TODO 2`. A lesson's README counts its steps in the same way. */
  readonly step: number;
}

/**
 * The places that a starter marks for work, in the order of their steps, and then of files and lines.
 * A file that goes away meanwhile has none, nor has a folder.
 */
export async function findTodos(directory: string): Promise<Todo[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(directory, options).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(files.toSorted().map((file) => todosOf(file)));
  const inOrder = found.flat().toSorted((one, other) => one.step - other.step);
  return inOrder.map(({ file, line }) => ({ file, line }));
}

async function todosOf(file: string): Promise<Step[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  return lines.flatMap((text, index) => {
    const mark = /\/\/\s*TODO\b(?: (?<step>\d+))?/.exec(text);
    return mark ? [{ file, line: index + 1, step: Number(mark.groups?.['step'] ?? 0) }] : [];
  });
}
