import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTodos } from '../../src/lesson/todo.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

test('Every TODO is found with its file and line, in the order of files.', async () => {
  await using scratch = await scratchFolder();
  await mkdir(join(scratch.path, 'bank'));
  await writeFile(join(scratch.path, 'main.ts'), 'run();\n  // TODO: wait here\n//TODO and here\n');
  await writeFile(join(scratch.path, 'bank', 'card.ts'), "// TODO\nconst text = 'TODO list';\n");
  await writeFile(join(scratch.path, 'notes.md'), '// TODO\n');
  expect(await findTodos(scratch.path)).toStrictEqual([
    { file: join(scratch.path, 'bank', 'card.ts'), line: 1 },
    { file: join(scratch.path, 'main.ts'), line: 2 },
    { file: join(scratch.path, 'main.ts'), line: 3 },
  ]);
});

test('Where steps are numbered, the first step comes first, in whatever file it is.', async () => {
  await using scratch = await scratchFolder();
  await writeFile(join(scratch.path, 'call.ts'), '// TODO 2: call\n// TODO 10, its end: hang up\n');
  await writeFile(join(scratch.path, 'serve.ts'), '\n// TODO 1: serve\n// TODO 2: again\n');
  expect(await findTodos(scratch.path)).toStrictEqual([
    { file: join(scratch.path, 'serve.ts'), line: 2 },
    { file: join(scratch.path, 'call.ts'), line: 1 },
    { file: join(scratch.path, 'serve.ts'), line: 3 },
    { file: join(scratch.path, 'call.ts'), line: 2 },
  ]);
});

test('A file that goes away while it is looked for is none, and neither is a folder.', async () => {
  await using scratch = await scratchFolder();
  const path = join(scratch.path, 'main.ts');
  for (let round = 0; round < 100; round += 1) {
    await writeFile(path, '// TODO 1: begin');
    const [todos] = await Promise.all([findTodos(scratch.path), rm(path)]);
    expect(todos.length).toBeLessThanOrEqual(1);
  }
  expect(await findTodos(join(scratch.path, 'nowhere'))).toStrictEqual([]);
});
