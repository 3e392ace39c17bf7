import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { finishSwap, swap } from './folder-swap.ts';
import { type Workbench, freeKeptFolder, keptFolders } from './kept-folder.ts';
import { asideFolder, isDirectory } from './learner-copy.ts';
import { haveSameFiles } from './same-files.ts';

/** `untouched`: as the starter has it. `unopened`: there is no copy yet. */
export type Edits = 'edited' | 'untouched' | 'unopened';

export async function editsOf(bench: Workbench): Promise<Edits> {
  await finishSwap(bench);
  if (!(await isDirectory(bench.src))) return 'unopened';
  return (await haveSameFiles(bench.src, bench.starter)) ? 'untouched' : 'edited';
}

/**
 * Puts the starter back. Killed at any moment, the learner's folder is whole as it was or whole as
 * it will be once the next command looks, and the edits are whole in one place.
 *
 * @returns where the edits are now
 */
export async function reset(bench: Workbench): Promise<string> {
  await using aside = await asideFolder();
  const whole = join(aside.path, 'src');
  await cp(bench.starter, whole, { recursive: true });
  const kept = await freeKeptFolder(bench);
  await swap(whole, kept, bench);
  return kept;
}

export interface Undone {
  /** The folder that is the learner's again. */
  readonly restored: string;
  /** Where the edits went that it replaced; absent where there were none. */
  readonly kept?: string;
}

/** Brings back what was kept aside last; what it replaces is kept aside in its turn. */
export async function undoReset(bench: Workbench): Promise<Undone | undefined> {
  const edits = await editsOf(bench);
  const restored = (await keptFolders(bench)).at(-1);
  if (restored === undefined) return undefined;
  if (edits === 'edited') {
    const kept = await freeKeptFolder(bench);
    await swap(restored, kept, bench);
    return { restored, kept };
  }
  await using discarded = await asideFolder();
  await swap(restored, join(discarded.path, 'src'), bench);
  return { restored };
}
