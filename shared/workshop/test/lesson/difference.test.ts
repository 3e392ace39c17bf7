import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { differenceLines } from '../../src/screen/difference.ts';
import { linesScreen } from '../../src/screen/line.ts';
import { folderDifference } from '../../src/lesson/difference.ts';
import { scratchFolder } from '../fixtures/scratch.ts';
import { type Files, writeFiles } from '../fixtures/workbench.ts';

test('Files that are there, changed, new and gone make one unified difference.', async () => {
  const drawn = await drawing(
    { 'same.ts': 'same\n', 'changed.ts': 'one\ntwo\nthree\n', 'gone.ts': 'gone\n' },
    { 'same.ts': 'same\n', 'changed.ts': 'one\n2\nthree\n', 'lib/new.ts': 'new\n' },
  );
  expect(drawn).toMatchInlineSnapshot(`
    "--- old/changed.ts
    +++ new/changed.ts
    @@ -1,3 +1,3 @@
     one
    -two
    +2
     three
    --- old/gone.ts
    +++ /dev/null
    @@ -1 +0,0 @@
    -gone
    --- /dev/null
    +++ new/lib/new.ts
    @@ -0,0 +1 @@
    +new"
  `);
});

test('Equal folders do not differ.', async () => {
  expect(await drawing({ 'a.ts': 'a' }, { 'a.ts': 'a' })).toBe('');
});

test('What is no text is named and not printed, and no control code reaches the terminal.', async () => {
  const drawn = await drawing(
    { 'a.bin': 'a\0b', 'b.ts': 'x\n' },
    { 'a.bin': 'c\0d', 'b.ts': '\u001B[2Jx\u0007\n' },
  );
  expect(drawn).toMatchInlineSnapshot(`
    "--- old/a.bin
    +++ new/a.bin
    They differ, and are no text that can be compared here.
    --- old/b.ts
    +++ new/b.ts
    @@ -1 +1 @@
    -x
    +x·"
  `);
});

test('Another end of line is seen.', async () => {
  const drawn = await drawing({ 'a.ts': 'a\n' }, { 'a.ts': 'a\r\n' });
  expect(drawn).toContain('-a\n+a␍');
});

async function drawing(before: Files, after: Files): Promise<string> {
  await using scratch = await scratchFolder();
  const [old, now] = [join(scratch.path, 'old'), join(scratch.path, 'new')];
  await writeFiles(old, before);
  await writeFiles(now, after);
  const differences = await folderDifference(old, now);
  return linesScreen(differenceLines({ differences, sides: { old: 'old', new: 'new' } }), plain);
}
