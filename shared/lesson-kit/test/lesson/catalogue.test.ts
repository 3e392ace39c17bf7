import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findLesson, listLessons, openLesson, readablePath, repository } from '../../src/index.ts';
import { UnknownLessonError } from '../../src/index.ts';
import { errandLesson } from '../fixture-lessons.ts';

describe('the lessons', () => {
  it('are listed in the order of their numbers', async () => {
    const lessons = await listLessons();
    const ids = lessons.map((lesson) => lesson.id);
    expect(ids).toContain('01-first-span');
    expect(ids).toEqual(ids.toSorted());
    for (const lesson of lessons) {
      expect(lesson.manifest.id).toBe(lesson.id);
    }
  });

  it.each(['01', '1', '01-first-span', 'first-span'])('are found as "%s"', async (text) => {
    const lesson = await findLesson(text);
    expect(lesson).toMatchObject({
      id: '01-first-span',
      number: '01',
      directory: join(repository, 'lessons/01-first-span'),
      starter: join(repository, 'lessons/01-first-span/starter'),
      src: join(repository, 'lessons/01-first-span/src'),
      solution: join(repository, 'solutions/01-first-span'),
    });
  });

  it.each(['', '00', '001', '../lessons/01-first-span', 'constructor', '99'])(
    'are not found as "%s"',
    async (text) => {
      await expect(findLesson(text)).rejects.toThrow(UnknownLessonError);
    },
  );

  it('are opened by folder, by file and by address', async () => {
    const checks = join(errandLesson.directory, 'checks.test.ts');
    for (const place of [
      errandLesson.directory,
      checks,
      pathToFileURL(checks),
      pathToFileURL(checks).href,
    ]) {
      expect((await openLesson(place)).directory).toBe(errandLesson.directory);
    }
  });
});

describe('an unknown lesson', () => {
  const ids = ['01-first-span', '02-nested-spans', '03-http-handler'];

  it('is answered with the lessons there are', () => {
    const error = new UnknownLessonError('44', ids);
    expect(error).toMatchObject({ name: 'UnknownLessonError', code: 'UNKNOWN_LESSON' });
    expect(error.message).toMatchInlineSnapshot(`
      "There is no lesson "44".
      The lessons are: 01-first-span, 02-nested-spans, 03-http-handler.
      A lesson is named by its number (01) or by its folder (01-first-span)."
    `);
  });

  it.each([
    ['fist-span', '01-first-span'],
    ['nested', '02-nested-spans'],
    ['HTTP', '03-http-handler'],
    ['3-htp-handler', '03-http-handler'],
    ['02-first-span', '01-first-span'],
  ])('"%s" is guessed to be %s', (sought, meant) => {
    expect(new UnknownLessonError(sought, ids).message).toContain(`Did you mean ${meant}?`);
  });

  it.each(['44', '', 'kubernetes'])('"%s" is not guessed at', (sought) => {
    expect(new UnknownLessonError(sought, ids).message).not.toContain('Did you mean');
  });
});

describe('a readable path', () => {
  it('is relative to the repository, and only a name outside of it', () => {
    expect(readablePath(join(repository, 'lessons/01-first-span/src/'))).toBe(
      'lessons/01-first-span/src',
    );
    expect(readablePath('/somewhere/else/homework/')).toBe('homework');
    expect(readablePath(join(repository, '..', `${basename(repository)}-copy`))).toBe(
      `${basename(repository)}-copy`,
    );
    expect(readablePath(join(repository, '..hidden'))).toBe('..hidden');
    expect(readablePath(repository)).toBe('.');
  });
});
