import { readdir, truncate, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GradeCache, type GradeKey } from '../../src/cache/grade-cache.ts';
import { excused, gradeWith } from '../fixtures/grades.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const key: GradeKey = {
  submissionHash: 'b'.repeat(64),
  lesson: '01-first-span',
  lessonVersion: 'a'.repeat(64),
  graderVersion: '0.1.0+abc',
  isolation: 'bwrap',
  seed: 'drawn',
};

test('A grade is found by what it depends on, without anybody’s name.', async () => {
  await using folder = await scratchFolder();
  const cache = new GradeCache(folder.path);
  await cache.keep(key, gradeWith());
  expect(await cache.find(key)).toStrictEqual(gradeWith({ learner: '' }));
  expect(await textIn(folder.path)).not.toContain('ada');
});

test.for([
  { submissionHash: 'c'.repeat(64) },
  { lesson: '02-nested-spans' },
  { lessonVersion: 'c'.repeat(64) },
  { graderVersion: '0.1.0+abd' },
  { isolation: 'none' },
  { seed: 7 },
] as const)('Another %o is another judgement.', async (change) => {
  await using folder = await scratchFolder();
  const cache = new GradeCache(folder.path);
  await cache.keep(key, gradeWith());
  expect(await cache.find({ ...key, ...change })).toBeUndefined();
});

test('A failure of the grader is not kept.', async () => {
  await using folder = await scratchFolder();
  const cache = new GradeCache(folder.path);
  await cache.keep(key, excused());
  expect(await cache.find(key)).toBeUndefined();
  expect(await readdir(folder.path)).toStrictEqual([]);
});

test('What is damaged is judged again and replaced.', async () => {
  await using folder = await scratchFolder();
  const cache = new GradeCache(folder.path);
  await cache.keep(key, gradeWith());
  const [file = ''] = await filesIn(folder.path);
  await truncate(file, 100);
  expect(await cache.find(key)).toBeUndefined();
  await cache.keep(key, gradeWith());
  expect(await cache.find(key)).toBeDefined();
  expect(await filesIn(folder.path)).toStrictEqual([file]);
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function textIn(folder: string): Promise<string> {
  const [file = ''] = await filesIn(folder);
  return readFile(file, 'utf8');
}
