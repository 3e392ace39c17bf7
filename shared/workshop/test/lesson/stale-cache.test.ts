import { existsSync } from 'node:fs';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { removeStale } from '../../src/lesson/stale-cache.ts';

const dayMs = 24 * 60 * 60 * 1000;

const files = [
  'compile/v24.21.0-x64-9c35d54a-0/0005a90f',
  'grades/9f/3c.json',
  'grounds/01-first-span-Xq3/compiled/scenarios.mjs',
  'opening-a7Tq/src/main.ts',
  'packed/pack-1/program/main.mjs',
  'subjects/solution-b2/main.ts',
];

/** What is left of these files when a workshop starts some days after they were made. */
async function leftAfter(days: number): Promise<string[]> {
  await using cache = await mkdtempDisposable(join(tmpdir(), 'tracelings-stale-'));
  for (const file of files) {
    await mkdir(dirname(join(cache.path, file)), { recursive: true });
    await writeFile(join(cache.path, file), '');
  }
  await removeStale(cache.path, Date.now() + days * dayMs);
  return files.filter((file) => existsSync(join(cache.path, file)));
}

test('keeps all that is in use today', async () => {
  expect(await leftAfter(6)).toEqual(files);
});

test('removes what a killed command has left a week ago', async () => {
  expect(await leftAfter(8)).toEqual([
    'compile/v24.21.0-x64-9c35d54a-0/0005a90f',
    'grades/9f/3c.json',
    'packed/pack-1/program/main.mjs',
  ]);
});

test('removes what was compiled a month ago, and nothing that others keep in order', async () => {
  expect(await leftAfter(31)).toEqual(['grades/9f/3c.json', 'packed/pack-1/program/main.mjs']);
});

test('needs no cache to be there', async () => {
  await expect(removeStale(join(tmpdir(), 'tracelings-nowhere'))).resolves.toBeUndefined();
});
