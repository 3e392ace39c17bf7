import { copyFile, mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inside } from './inside-paths.ts';
import { linkedLibraries } from './view.ts';

/** Of the devices there are, those that hold nothing and lead nowhere. */
export const devices = ['null', 'zero', 'full', 'random', 'urandom'].map((name) => `/dev/${name}`);

/** What is at `/` inside of a sandbox. */
export interface RootFolder extends AsyncDisposable {
  readonly path: string;
}

/**
 * Makes a folder that holds the libraries Node was linked with, and a place for all that is mounted:
 * made once, because every mount takes each of a thousand sandboxes as long as a file takes here.
 */
export async function makeRootFolder(): Promise<RootFolder> {
  await using made = new AsyncDisposableStack();
  const root = made.use(await mkdtempDisposable(join(tmpdir(), 'tracelings-root-')));
  await fill(root.path);
  made.move();
  return root;
}

async function fill(path: string): Promise<void> {
  for (const folder of ['/dev', inside.root, inside.temporary]) await mkdir(join(path, folder));
  for (const device of devices) await writeFile(join(path, device), '');
  for (const library of linkedLibraries) {
    await mkdir(join(path, dirname(library)), { recursive: true });
    await copyFile(library, join(path, library));
  }
}
