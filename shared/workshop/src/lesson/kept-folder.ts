import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a lesson's learner works, as far as keeping edits aside needs to know. */
export interface Workbench {
  readonly directory: string;
  readonly starter: string;
  readonly src: string;
}

const prefix = 'src.kept-';

/** The folders with edits that were kept aside, the oldest first. */
export async function keptFolders({ directory }: Workbench): Promise<string[]> {
  const names = await readdir(directory);
  return names
    .filter((name) => name.startsWith(prefix))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => join(directory, name));
}

/** A name that is free and that sorts behind those given before: by the clock, and a number. */
export async function freeKeptFolder(bench: Workbench, now = new Date()): Promise<string> {
  const taken = new Set(await keptFolders(bench));
  const first = join(bench.directory, `${prefix}${clock(now)}`);
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? first : `${first}-${number}`;
    if (!taken.has(path)) return path;
  }
}

/** As the learner's own clock shows it, without what file systems do not take in a name. */
function clock(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}
