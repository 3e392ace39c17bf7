import { repository } from '@tracelings/lesson-kit';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import manifest from '../../package.json' with { type: 'json' };
import { ContentHash } from './content-hash.ts';
import { addFolder } from './folder-hash.ts';

const judging = ['grader', 'jaeger', 'lesson-kit', 'trace-shape', 'waterfall'];
const shown = 12;
let version: Promise<string> | undefined;

/**
 * The grader's own version and a hash of all that judges apart from the lessons: our sources, the
 * packages that are installed, and Node. A change that nobody gave a number never meets an old
 * grade in the cache.
 */
export function graderVersion(): Promise<string> {
  return (version ??= readVersion());
}

async function readVersion(): Promise<string> {
  const whole = new ContentHash();
  for (const name of judging) {
    await addFolder(whole, join(repository, 'shared'), (path) => isSource(name, path), name);
  }
  whole.add('node', process.version);
  whole.add('package-lock.json', await installedPackages());
  return `${manifest.version}+${whole.digest().slice(0, shown)}`;
}

function isSource(name: string, path: string): boolean {
  return path === `${name}/src` || path.startsWith(`${name}/src/`);
}

/** A copy of the repository may come without the file. */
async function installedPackages(): Promise<Uint8Array | string> {
  return readFile(join(repository, 'package-lock.json')).catch(() => '');
}
