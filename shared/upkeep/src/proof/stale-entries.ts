import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { taskName } from './task-result.ts';
import { taskHashes } from './turbo-run.ts';
import type { TurboOptions } from './turbo-run.ts';
import type { FinishedTask } from './turbo-summary.ts';

/**
 * Forgets the results of tasks whose files changed while they ran: turbo keeps them under the hash
 * of the files as they were before, and would replay them when an edit is taken back.
 *
 * @returns the names of these tasks.
 */
export async function forgetStaleEntries(
  tasks: readonly FinishedTask[],
  options: Pick<TurboOptions, 'root' | 'tasks' | 'env' | 'signal'>,
): Promise<string[]> {
  const executed = tasks.filter(({ replayed }) => !replayed);
  if (executed.length === 0) return [];
  const hashesNow = await taskHashes(options);
  const stale = executed.filter(({ id, hash }) => hashesNow.get(id) !== hash);
  for (const { hash } of stale) removeEntry(options.root, hash);
  return stale.map(taskName);
}

function removeEntry(root: string, hash: string): void {
  for (const file of globSync(join(root, `.turbo/cache/${hash}*`))) rmSync(file);
}
