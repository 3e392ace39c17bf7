import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { finishSwap } from '../../src/lesson/folder-swap.ts';
import type { Workbench } from '../../src/lesson/kept-folder.ts';
import { undoReset } from '../../src/lesson/reset.ts';
import { Clone } from '../fixtures/clone.ts';
import { editedFiles, foldersOf, readFiles, writeFiles } from '../fixtures/workbench.ts';

const kills = 10;

// Resets and undoes without end, so that a kill at any moment hits one of their steps.
const endlessResets = `import { reset, undoReset } from './lesson/reset.ts';
const [directory] = process.argv.slice(2);
const bench = { directory, starter: directory + '/starter', src: directory + '/src' };
console.log('ready');
for (;;) {
  await reset(bench);
  await undoReset(bench);
}
`;

test('A kill at any moment of a reset or an undo leaves everything whole.', async () => {
  await using clone = await Clone.make();
  await clone.write('shared/workshop/src/endless-resets.ts', endlessResets);
  const bench = benchOf(clone);
  const starter = await readFiles(bench.starter);
  await writeFiles(bench.src, editedFiles);
  for (let kill = 0; kill < kills; kill += 1) {
    const resets = startResets(clone, bench);
    await once(resets.stdout, 'data');
    await pause(kill * 5);
    resets.kill('SIGKILL');
    await once(resets, 'close');

    await finishSwap(bench);
    const { src, ...others } = await foldersOf(bench);
    expect([editedFiles, starter]).toContainEqual(src);
    expect([src, ...Object.values(others)]).toContainEqual(editedFiles);
    expect(Object.keys(others).filter((name) => !name.startsWith('src.kept-'))).toStrictEqual([]);
    await bringBack(bench);
  }
}, 120_000);

function benchOf(clone: Clone): Workbench {
  const directory = clone.join('lessons/01-first-span');
  return { directory, starter: join(directory, 'starter'), src: join(directory, 'src') };
}

function startResets(clone: Clone, bench: Workbench): ChildProcessByStdio<null, Readable, null> {
  const program = clone.join('shared/workshop/src/endless-resets.ts');
  return spawn(process.execPath, [program, bench.directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A kill after the last step of an undo leaves the starter among the folders that were kept. */
async function bringBack(bench: Workbench): Promise<void> {
  const isBack = async (): Promise<boolean> =>
    (await readFiles(bench.src))['main.ts'] === editedFiles['main.ts'];
  for (let tries = 0; tries < 3 && !(await isBack()); tries += 1) await undoReset(bench);
  expect(await readFiles(bench.src)).toStrictEqual(editedFiles);
}
