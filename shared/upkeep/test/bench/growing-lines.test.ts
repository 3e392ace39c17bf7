import { appendFile, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GrowingLines } from '../../src/bench/growing-lines.ts';

test('lines are counted as they become whole, and none before there is a file', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'growing-lines-'));
  const file = join(folder.path, 'journal');
  const lines = new GrowingLines(file);
  expect(await lines.count()).toBe(0);
  await appendFile(file, 'one\ntwo\nthr');
  expect(await lines.count()).toBe(2);
  await appendFile(file, 'ee\n');
  expect(await lines.count()).toBe(3);
  expect(await lines.count()).toBe(3);
});
