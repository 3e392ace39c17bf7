import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { untouched, withHint, withLesson } from '../../src/state/progress.ts';
import { ProgressFile } from '../../src/state/progress-file.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

describe('the progress file', () => {
  test('is untouched progress before there is one', async () => {
    await using scratch = await scratchFolder();
    const { file } = open(scratch.path);
    expect(await file.read()).toStrictEqual(untouched);
    expect(await readdir(scratch.path)).toStrictEqual([]);
  });

  test('is made with its folder by the first update, and nothing else is left there', async () => {
    await using scratch = await scratchFolder();
    const { file } = open(join(scratch.path, 'deep', 'down'));
    await file.update((before) => withLesson(before, '03-http-handler'));
    expect((await file.read()).lesson).toBe('03-http-handler');
    expect(await readdir(join(scratch.path, 'deep', 'down'))).toStrictEqual(['state.json']);
  });

  test('keeps a damaged file aside, says so, and starts afresh', async () => {
    await using scratch = await scratchFolder();
    const { file, notices } = open(scratch.path);
    await writeFile(file.path, '{"version":1,"done":');
    expect(await file.read()).toStrictEqual(untouched);
    expect(notices).toMatchInlineSnapshot(`
      [
        "state.json could not be read: it is not JSON.
      Progress starts afresh, and the old file is kept as state.kept-1.json.",
      ]
    `);
    const kept = await readFile(join(scratch.path, 'state.kept-1.json'), 'utf8');
    expect(kept).toBe('{"version":1,"done":');
  });

  test('keeps a newer file aside without overwriting one that was kept before', async () => {
    await using scratch = await scratchFolder();
    const { file, notices } = open(scratch.path);
    await writeFile(join(scratch.path, 'state.kept-1.json'), 'kept before');
    await writeFile(file.path, '{"version":9}');
    await file.update((before) => withLesson(before, '03-http-handler'));
    expect(notices[0]).toContain('it was written by a newer version of the workshop');
    expect(await readFile(join(scratch.path, 'state.kept-1.json'), 'utf8')).toBe('kept before');
    expect(await readFile(join(scratch.path, 'state.kept-2.json'), 'utf8')).toBe('{"version":9}');
    expect((await file.read()).lesson).toBe('03-http-handler');
  });

  test('keeps a folder aside that lies in its place', async () => {
    await using scratch = await scratchFolder();
    const { file, notices } = open(scratch.path);
    await writeFile(join(scratch.path, 'state.kept-1.json'), 'kept before');
    await mkdir(file.path);
    await writeFile(join(file.path, 'inside.txt'), 'not lost');
    await file.update((before) => withLesson(before, '03-http-handler'));
    expect(notices[0]).toContain('state.json could not be read: it is a folder.');
    expect(await readFile(join(scratch.path, 'state.kept-1.json'), 'utf8')).toBe('kept before');
    const kept = join(scratch.path, 'state.kept-2.json', 'inside.txt');
    expect(await readFile(kept, 'utf8')).toBe('not lost');
    expect((await file.read()).lesson).toBe('03-http-handler');
  });

  test('says once that progress could not be noted, and goes on', async () => {
    await using scratch = await scratchFolder();
    const blocked = join(scratch.path, 'state');
    await writeFile(blocked, 'a file where the folder should be');
    const { file, notices } = open(scratch.path, join(blocked, 'state.json'));
    await file.update((before) => withLesson(before, '03-http-handler'));
    await file.update((before) => withLesson(before, '05-propagation'));
    expect(notices).toMatchInlineSnapshot(`
      [
        "Progress could not be noted in state.json: EEXIST: file already exists.
      npm run doctor says how to mend it. What you reach meanwhile is not remembered.",
      ]
    `);
  });

  test('loses none of the updates that one command makes at once', async () => {
    await using scratch = await scratchFolder();
    const { file } = open(scratch.path);
    const levels = Array.from({ length: 20 }, (_none, index) => index + 1);
    const asked = { lesson: '07-background-work' };
    await Promise.all(
      levels.map((level) =>
        file.update((before) => withHint(before, { ...asked, check: `check-${level}`, level })),
      ),
    );
    const read = (await file.read()).hints['07-background-work'] ?? {};
    expect(Object.values(read)).toStrictEqual(levels);
  });

  test('is whole at every moment while two terminals write', async () => {
    await using scratch = await scratchFolder();
    const terminals = [open(scratch.path), open(scratch.path)];
    await Promise.all(
      terminals.flatMap(({ file }, which) =>
        Array.from({ length: 20 }, async (_none, turn) => {
          await file.update((before) => withLesson(before, `terminal ${which}, turn ${turn}`));
        }),
      ),
    );
    expect(terminals.flatMap(({ notices }) => notices)).toStrictEqual([]);
    expect(await readdir(scratch.path)).toStrictEqual(['state.json']);
  });
});

function open(folder: string, path = join(folder, 'state.json')) {
  const notices: string[] = [];
  return { notices, file: new ProgressFile(path, (notice) => notices.push(notice)) };
}
