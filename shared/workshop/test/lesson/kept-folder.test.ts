import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { freeKeptFolder, keptFolders } from '../../src/lesson/kept-folder.ts';
import { workbench } from '../fixtures/workbench.ts';

test('Folders that are kept in the same second get a number, and stay in their order.', async () => {
  await using bench = await workbench();
  const now = new Date(2026, 10, 21, 9, 5, 7);
  const later = new Date(2026, 10, 21, 9, 5, 8);
  for (const time of [now, now, later]) await mkdir(await freeKeptFolder(bench, time));
  expect((await keptFolders(bench)).map((path) => basename(path))).toStrictEqual([
    'src.kept-2026-11-21-090507',
    'src.kept-2026-11-21-090507-2',
    'src.kept-2026-11-21-090508',
  ]);
});
