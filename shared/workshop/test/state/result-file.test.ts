import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepResult } from '../../src/state/result-file.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

test('A result never takes the place of another, nor of a file that has its name by chance.', async () => {
  await using scratch = await scratchFolder();
  await writeFile(join(scratch.path, 'tracelings-result.md'), 'notes of my own');
  expect(await keepResult('first', scratch.path)).toBe(
    join(scratch.path, 'tracelings-result-2.md'),
  );
  expect(await keepResult('second', scratch.path)).toBe(
    join(scratch.path, 'tracelings-result-3.md'),
  );
  const own = await readFile(join(scratch.path, 'tracelings-result.md'), 'utf8');
  expect(own).toBe('notes of my own');
});

test('The same result twice is one file.', async () => {
  await using scratch = await scratchFolder();
  const path = await keepResult('same', scratch.path);
  expect(await keepResult('same', scratch.path)).toBe(path);
  expect(await readdir(scratch.path)).toStrictEqual(['tracelings-result.md']);
});
