import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineFolders } from '../../src/doctor/folders.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

test('Folders that can be written are good, and nothing is left in them.', async () => {
  await using scratch = await scratchFolder();
  expect((await examineFolders(scratch.path)).state).toBe('good');
  expect(await readdir(join(scratch.path, 'lessons'))).toStrictEqual([]);
});

test('A folder that cannot be written is named with the reason.', async () => {
  await using scratch = await scratchFolder();
  await writeFile(join(scratch.path, '.tracelings'), 'a file where the folder should be');
  expect(await examineFolders(scratch.path)).toMatchInlineSnapshot(`
    {
      "about": "Folders",
      "found": "Nothing can be written in .tracelings (EEXIST).",
      "mend": "Give yourself the right to write there, or clone the repository into a folder of yours.",
      "state": "broken",
    }
  `);
});

test('Progress that cannot be read is named with the reason, and with what to do.', async () => {
  await using scratch = await scratchFolder();
  await mkdir(join(scratch.path, '.tracelings'));
  await symlink('state.json', join(scratch.path, '.tracelings', 'state.json'));
  expect(await examineFolders(scratch.path)).toMatchInlineSnapshot(`
    {
      "about": "Folders",
      "found": "Your progress in .tracelings/state.json cannot be read (ELOOP).",
      "mend": "Give yourself the right to read it, or move it away: then progress starts afresh.",
      "state": "broken",
    }
  `);
});
