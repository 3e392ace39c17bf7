import { findLesson } from '@tracelings/lesson-kit';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lessonVersion } from '../../src/version/lesson-version.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const lesson = await findLesson('01');

test.for(['README.md', 'hints.md', 'proof.test.ts', 'src/main.ts', 'src.1/main.ts'])(
  'A change of %s is no other version: it changes no grade.',
  async (file) => {
    expect(await versionWith(file)).toBe(await lessonVersion(lesson));
  },
);

test.for(['lesson.ts', 'checks.ts', 'scenarios.ts', 'starter/main.ts', 'another.ts'])(
  'A change of %s is another version.',
  async (file) => {
    expect(await versionWith(file)).not.toBe(await lessonVersion(lesson));
  },
);

async function versionWith(file: string): Promise<string> {
  await using folder = await scratchFolder();
  const directory = folder.join('lesson');
  await cp(lesson.directory, directory, { recursive: true });
  await rm(join(directory, 'node_modules'), { recursive: true, force: true });
  await mkdir(join(directory, file, '..'), { recursive: true });
  await writeFile(join(directory, file), '// changed');
  return await lessonVersion({ ...lesson, directory });
}
