import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { linkedLibraries } from '../view.ts';

const run = promisify(execFile);

/** Where Node is in the image. */
export const NODE_IN_IMAGE = '/bin/node';

/** Folders that the engine mounts something on, and one for temporary files, where none can be. */
const EMPTY = ['judged', 'proc', 'sys', 'dev', 'etc', 'tmp'];

/**
 * Who may run it may not read it, so the kernel lets nobody look into the memory of its processes,
 * not even themselves. What seals the evidence is in there.
 */
const RUN_ONLY = 0o711;

/**
 * The name of an image that holds Node and the libraries it was linked with, and nothing else: no
 * shell, no certificates, no users. It is made of this machine's own, so that no registry is asked,
 * and stays for the next time.
 */
export async function nodeImage(): Promise<string> {
  const parts = [process.version, process.execPath, ...linkedLibraries, ...EMPTY];
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
  const image = `tracelings-judged:${hash}`;
  const isThere = await run('docker', ['image', 'inspect', image]).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new Error('there is no command docker');
      return false;
    },
  );
  if (!isThere) await makeImage(image);
  return image;
}

async function makeImage(image: string): Promise<void> {
  await using root = await mkdtempDisposable(join(tmpdir(), 'tracelings-image-'));
  await copyInto(root.path, process.execPath, NODE_IN_IMAGE);
  await chmod(join(root.path, NODE_IN_IMAGE), RUN_ONLY);
  for (const library of linkedLibraries) await copyInto(root.path, library, library);
  for (const folder of EMPTY) await mkdir(join(root.path, folder), { recursive: true });
  const archive = spawn(
    'tar',
    ['--create', '--owner=0', '--group=0', '--directory', root.path, '.'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const engine = spawn('docker', ['import', '-', image], {
    stdio: [archive.stdout, 'ignore', 'pipe'],
  });
  const complaints = engine.stderr.toArray();
  await once(engine, 'close');
  if (engine.exitCode !== 0) {
    throw new Error(
      `docker took no image: ${Buffer.concat(await complaints)
        .toString()
        .trim()}`,
    );
  }
}

async function copyInto(root: string, from: string, to: string): Promise<void> {
  const target = join(root, to);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(from, target);
  await chmod(target, 0o755);
}
