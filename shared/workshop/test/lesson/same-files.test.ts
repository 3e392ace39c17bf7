import { join } from 'node:path';
import { expect, test } from 'vitest';
import { haveSameFiles } from '../../src/lesson/same-files.ts';
import { scratchFolder } from '../fixtures/scratch.ts';
import { type Files, starterFiles, writeFiles } from '../fixtures/workbench.ts';

test.for([
  ['equal ones', starterFiles, true],
  ['another text', { ...starterFiles, 'lib/bank.ts': '// other' }, false],
  ['one more', { ...starterFiles, 'new.ts': '' }, false],
  ['one less', { 'main.ts': '// starter' }, false],
] as const)('Two folders have the same files: %s.', async ([, files, same]) => {
  await using scratch = await scratchFolder();
  const folder = async (name: string, content: Files): Promise<string> => {
    await writeFiles(join(scratch.path, name), content);
    return join(scratch.path, name);
  };
  const one = await folder('one', starterFiles);
  expect(await haveSameFiles(one, await folder('other', files))).toBe(same);
});
