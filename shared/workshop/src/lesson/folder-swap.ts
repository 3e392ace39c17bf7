import { randomUUID } from 'node:crypto';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { asideFolder, isDirectory } from './learner-copy.ts';
import { type Workbench, freeKeptFolder } from './kept-folder.ts';
import { isAlive } from '../process-life.ts';
import { haveSameFiles } from './same-files.ts';

const prefix = 'src.next-';

/**
 * Puts a whole folder in the place of the learner's, which moves to `aside`. No file system exchanges
 * two folders in one step, so there is a moment without any; a command that is killed in it leaves
 * a folder that `finishSwap` knows what to do with.
 */
export async function swap(whole: string, aside: string, { directory, src }: Workbench) {
  const next = join(directory, `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`);
  await rename(whole, next);
  if (await isDirectory(src)) await rename(src, aside);
  await rename(next, src);
}

/** Finishes a swap whose command was killed, or takes it back where it had not got far. */
export async function finishSwap(bench: Workbench): Promise<void> {
  const names = await readdir(bench.directory);
  for (const name of names) {
    // A swap of another terminal that is on its way needs no help.
    if (name.startsWith(prefix) && !isAlive(ownerOf(name))) {
      await settle(join(bench.directory, name), bench);
    }
  }
}

async function settle(next: string, bench: Workbench): Promise<void> {
  if (!(await isDirectory(bench.src))) await rename(next, bench.src);
  else if (await haveSameFiles(next, bench.starter)) await discard(next);
  else await rename(next, await freeKeptFolder(bench));
}

/** A removal that is killed half-way must not leave what looks like somebody's edits. */
async function discard(folder: string): Promise<void> {
  await using aside = await asideFolder();
  await rename(folder, join(aside.path, 'src'));
}

function ownerOf(name: string): number {
  return Number.parseInt(name.slice(prefix.length), 10);
}
