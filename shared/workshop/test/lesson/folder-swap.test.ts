import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { finishSwap } from '../../src/lesson/folder-swap.ts';
import {
  editedFiles,
  foldersOf,
  starterFiles,
  workbench,
  writeFiles,
} from '../fixtures/workbench.ts';

/** Above every process id that a system gives out. */
const deadProcess = 2 ** 30;

describe('a swap whose command was killed', () => {
  test('is finished where the learner’s folder had moved aside already', async () => {
    await using bench = await workbench();
    await rename(bench.src, join(bench.directory, 'src.kept-2026-11-21-100000'));
    await writeFiles(join(bench.directory, `src.next-${deadProcess}-a`), starterFiles);
    await finishSwap(bench);
    expect(await foldersOf(bench)).toStrictEqual({
      src: starterFiles,
      'src.kept-2026-11-21-100000': editedFiles,
    });
  });

  test('is taken back where the learner’s folder is still there', async () => {
    await using bench = await workbench();
    await cp(bench.starter, join(bench.directory, `src.next-${deadProcess}-a`), {
      recursive: true,
    });
    await finishSwap(bench);
    expect(await foldersOf(bench)).toStrictEqual({ src: editedFiles });
  });

  test('loses no edits that were about to come back', async () => {
    await using bench = await workbench();
    const older = { 'main.ts': '// older' };
    await writeFiles(join(bench.directory, `src.next-${deadProcess}-a`), older);
    await finishSwap(bench);
    const { src, ...kept } = await foldersOf(bench);
    expect(src).toStrictEqual(editedFiles);
    expect(Object.keys(kept)).toStrictEqual([expect.stringMatching(/^src\.kept-/)]);
    expect(Object.values(kept)).toStrictEqual([older]);
  });

  test('is left to the command that is doing it, while that is alive', async () => {
    await using bench = await workbench();
    const next = `src.next-${process.pid}-a`;
    await writeFiles(join(bench.directory, next), starterFiles);
    await finishSwap(bench);
    expect(await foldersOf(bench)).toStrictEqual({ src: editedFiles, [next]: starterFiles });
  });
});
