import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySource, judge, openSubject, repository, SubjectError } from '../../src/index.ts';
import { errandLesson } from '../fixture-lessons.ts';

const SUBJECTS = join(repository, '.cache/subjects');

/** A folder outside the repository. */
async function elsewhere(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'homework-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

describe('a subject', () => {
  it('in the repository is run where it is', async () => {
    const directory = join(errandLesson.solution, 'src');
    await using subject = await openSubject(errandLesson, directory);
    expect(subject.directory).toBe(directory);
    expect(subject.label).toBe('shared/lesson-kit/test/fixtures/shop/solutions/01-errand/src');
    await subject[Symbol.asyncDispose]();
    expect(existsSync(directory)).toBe(true);
  });

  it('from elsewhere is copied to where its imports resolve, and removed after', async () => {
    await using homework = await elsewhere();
    const main = await readFile(join(errandLesson.solution, 'src/main.ts'), 'utf8');
    await writeFile(join(homework.path, 'main.ts'), main);
    await mkdir(join(homework.path, 'node_modules/@opentelemetry/api'), { recursive: true });
    let copy = '';
    {
      await using subject = await openSubject(errandLesson, homework.path);
      copy = subject.directory;
      expect(copy.startsWith(SUBJECTS)).toBe(true);
      expect(await readdir(copy)).toEqual(['main.ts']);
      expect(subject.label).toMatch(/^homework-\w+$/);
      const { verdict } = await judge({
        lesson: errandLesson,
        subject,
        source: memorySource(),
        seed: 1,
      });
      expect(verdict.verdict).toBe('passed');
    }
    expect(existsSync(copy)).toBe(false);
  });

  it('that differs from the solution in one file is laid over it', async () => {
    const mistake = join(errandLesson.solution, 'mistakes/open-span');
    await using subject = await openSubject(errandLesson, mistake);
    expect(subject.directory.startsWith(SUBJECTS)).toBe(true);
    expect(await readFile(join(subject.directory, 'main.ts'), 'utf8')).toBe(
      await readFile(join(mistake, 'main.ts'), 'utf8'),
    );
    expect(subject.label).toMatch(/mistakes\/open-span$/);
  });

  it('that cannot be copied leaves nothing behind', async () => {
    await using homework = await elsewhere();
    await writeFile(join(homework.path, 'main.ts'), '');
    execFileSync('mkfifo', [join(homework.path, 'pipe')]);
    const before = await readdir(SUBJECTS);
    await expect(openSubject(errandLesson, homework.path)).rejects.toThrow(SubjectError);
    const left = (await readdir(SUBJECTS)).filter((name) => name.startsWith('homework-'));
    expect(left.filter((name) => !before.includes(name))).toEqual([]);
  });

  it('does not bring in files from outside by a link', async () => {
    await using homework = await elsewhere();
    await writeFile(join(homework.path, 'main.ts'), 'export const main = () => {};');
    await symlink('/etc/hostname', join(homework.path, 'hostname'));
    await using subject = await openSubject(errandLesson, homework.path);
    expect(await readdir(subject.directory)).toEqual(['hostname', 'main.ts']);
  });
});

async function messageOf(directory: string): Promise<string> {
  const error: unknown = await openSubject(errandLesson, directory).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SubjectError);
  return error instanceof SubjectError ? `${error.code}: ${error.message}` : '';
}

describe('a subject that cannot be opened says so when', () => {
  it('the folder is missing', async () => {
    expect(await messageOf(errandLesson.src)).toMatchInlineSnapshot(
      `"NO_SUCH_FOLDER: There is no folder shared/lesson-kit/test/fixtures/shop/lessons/01-errand/src. Name the folder that holds the sources, or run \`npm start\` to get a copy of the starter to work in."`,
    );
  });

  it('it is a file', async () => {
    expect(await messageOf(join(errandLesson.starter, 'main.ts'))).toMatchInlineSnapshot(
      `"NO_SUCH_FOLDER: There is no folder shared/lesson-kit/test/fixtures/shop/lessons/01-errand/starter/main.ts. Name the folder that holds the sources, or run \`npm start\` to get a copy of the starter to work in."`,
    );
  });

  it('the folder lacks the entry', async () => {
    expect(await messageOf(errandLesson.solution)).toMatchInlineSnapshot(
      `"NO_ENTRY: The folder shared/lesson-kit/test/fixtures/shop/solutions/01-errand has no main.ts, which is the file this lesson starts from. Put it back, or name the folder that holds main.ts itself."`,
    );
  });

  it('the folder holds what cannot be copied', async () => {
    await using homework = await elsewhere();
    await writeFile(join(homework.path, 'main.ts'), '');
    execFileSync('mkfifo', [join(homework.path, 'pipe')]);
    expect(
      (await messageOf(homework.path)).replaceAll(/homework-\w+/g, 'homework'),
    ).toMatchInlineSnapshot(
      `"NOT_COPIED: The folder homework could not be copied to where it can be run (ERR_FS_CP_FIFO_PIPE). Keep only files and folders in it that can be read."`,
    );
  });
});
