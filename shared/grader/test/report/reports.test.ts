import { repository } from '@tracelings/lesson-kit';
import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chosenFormats } from '../../src/format/formats.ts';
import type { Grade } from '../../src/grade.ts';
import { OutFolder } from '../../src/report/out-folder.ts';
import { type Written, writeReports } from '../../src/report/reports.ts';
import { excused, gradeWith, nasty } from '../fixtures/grades.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';
import { writtenBook } from '../fixtures/written-book.ts';

test('Each format has its file, or a folder with one for each learner.', async () => {
  await using folder = await scratchFolder();
  const { paths } = await reported(
    folder,
    [gradeWith(), nasty],
    ['json', 'csv', 'html', 'junit', 'ctrf', 'gradescope', 'markdown'],
  );
  const files = paths.map((path) =>
    relative(folder.path, path).replace(/-[0-9a-f]{8}\./, '-HASH.'),
  );
  expect(files.map((file) => file.replace(/cmd.*-HASH/, 'cmd-HASH'))).toStrictEqual([
    'grades.json',
    'grades.csv',
    'class.html',
    'junit.xml',
    'ctrf.json',
    'gradescope/cmd-HASH.json',
    'gradescope/ada.json',
    'markdown/cmd-HASH.md',
    'markdown/ada.md',
  ]);
});

test('Nobody but the person who grades can read them.', async () => {
  await using folder = await scratchFolder();
  const { paths } = await reported(folder, [gradeWith()], ['json']);
  expect(((await stat(paths[0] ?? '')).mode & 0o777).toString(8)).toBe('600');
});

test('A learner on whom the grader failed gets no results that cost points.', async () => {
  await using folder = await scratchFolder();
  const { paths, withheld } = await reported(
    folder,
    [gradeWith(), excused({ learner: 'zoe' })],
    ['gradescope'],
  );
  expect(paths.map((path) => relative(folder.path, path))).toStrictEqual(['gradescope/ada.json']);
  expect(withheld).toStrictEqual(['zoe']);
});

describe('the folder of the reports', () => {
  test('that takes nothing more is named, and what to do.', async () => {
    await using folder = await scratchFolder();
    const out = await OutFolder.open(folder.join('full'), []);
    // As long as no name may be: a full disk can be had only by whoever may mount one.
    const written = out.write('n'.repeat(300), ['grades']);
    await expect(written).rejects.toThrow(
      /^Nothing can be written in \/.*\/full: ENAMETOOLONG: .*\.\nWhat was graded by now is kept\. Make room/,
    );
    expect(await readdir(out.path)).toEqual([]);
  });

  test('that cannot be made is named.', async () => {
    await using folder = await scratchFolder();
    await writeFile(folder.join('file'), '');
    await expect(OutFolder.open(folder.join('file/out'), [])).rejects.toThrow(
      /^Nothing can be written in \/.*\/file\/out: ENOTDIR: /,
    );
  });

  test('is made where it is missing', async () => {
    await using folder = await scratchFolder();
    const out = await OutFolder.open(folder.join('a/b'), []);
    await out.write('grades.csv', ['one', 'two']);
    expect(await readFile(folder.join('a/b/grades.csv'), 'utf8')).toBe('onetwo');
  });

  test('keeps the report that was there until the new one is whole', async () => {
    await using folder = await scratchFolder();
    const out = await OutFolder.open(folder.path, []);
    await out.write('grades.csv', ['before']);
    await expect(out.write('grades.csv', interrupted())).rejects.toThrow('the disk is full');
    expect(await readFile(folder.join('grades.csv'), 'utf8')).toBe('before');
    expect(await readdir(folder.path)).toStrictEqual(['grades.csv']);
  });

  test('is not written through a link', async () => {
    await using folder = await scratchFolder();
    await writeFile(folder.join('precious'), 'untouched');
    await symlink('precious', folder.join('grades.csv'));
    const out = await OutFolder.open(folder.path, []);
    await out.write('grades.csv', ['new']);
    expect(await readFile(folder.join('precious'), 'utf8')).toBe('untouched');
    expect(await readFile(folder.join('grades.csv'), 'utf8')).toBe('new');
  });

  test.for([['.'], ['reports'], ['deep/below']])(
    'is refused inside what is graded: %s',
    async ([name = '']) => {
      await using folder = await scratchFolder();
      await expect(OutFolder.open(folder.join(name), [folder.path])).rejects.toThrow(
        'A submission could have laid a link there. Name another folder by --out.',
      );
    },
  );

  test('may lie beside what is graded, under a name that begins alike', async () => {
    await using folder = await scratchFolder();
    const out = await OutFolder.open(folder.join('class-reports'), [folder.join('class')]);
    expect(out.path).toBe(folder.join('class-reports'));
  });

  test('may lie in our own repository when somebody grades their own work in it', async () => {
    const path = join(repository, '.cache', 'grader-test');
    expect((await OutFolder.open(path, [repository])).path).toBe(path);
  });

  test.for(['file', 'link'])('is refused where a %s has its name', async (kind) => {
    await using folder = await scratchFolder();
    await mkdir(folder.join('elsewhere'));
    await writeFile(folder.join('file'), '');
    await symlink('elsewhere', folder.join('link'));
    await expect(OutFolder.open(folder.join(kind), [])).rejects.toThrow('is no folder of its own');
  });
});

async function reported(
  folder: Scratch,
  grades: readonly Grade[],
  formats: readonly string[],
): Promise<Written> {
  await using written = await writtenBook(grades);
  const out = await OutFolder.open(folder.path, []);
  return await writeReports(written.book, chosenFormats(formats), out);
}

async function* interrupted(): AsyncGenerator<string> {
  yield 'half';
  throw new Error('the disk is full');
}
