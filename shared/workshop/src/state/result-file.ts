import { repository } from '@tracelings/lesson-kit';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const name = 'tracelings-result';

/**
 * Writes a result where its owner finds it: in the top folder. One that is there already stays as it
 * is, and the new one gets a number, unless both say the same.
 *
 * @returns the path of the file that holds the result now
 */
export async function keepResult(text: string, folder = repository): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${name}.md` : `${name}-${number}.md`);
    if (await writeNew(path, text)) return path;
    if ((await readFile(path, 'utf8').catch(() => '')) === text) return path;
  }
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
