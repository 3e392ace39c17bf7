import { execFileSync } from 'node:child_process';
import { mkdir, mkdtempDisposable, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { copySubmission } from '../../src/submission/copied-submission.ts';

interface Handed extends AsyncDisposable {
  readonly path: string;
}

async function handIn(files: Readonly<Record<string, string>>): Promise<Handed> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'handed-in-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder.path, path, '..'), { recursive: true });
    await writeFile(join(folder.path, path), text);
  }
  return { path: folder.path, [Symbol.asyncDispose]: () => folder.remove() };
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** What the learner is told who handed this in. */
async function refusalOf(folder: string): Promise<string> {
  try {
    await using copy = await copySubmission(folder, 'main.ts');
    return `was taken in: ${(await namesIn(copy.directory)).join(', ')}`;
  } catch (error) {
    return String(error);
  }
}

describe('the copy of a submission', () => {
  it('holds its sources and nothing that would configure how they are run', async ({ expect }) => {
    await using handed = await handIn({
      'main.ts': '1',
      'shop/pay.mjs': '2',
      'prices.json': '{}',
      'package.json': '{"type":"commonjs"}',
      'shop/package.json': '{"imports":{}}',
      'tsconfig.json': '{}',
      'tsconfig.build.json': '{}',
      'vitest.config.ts': '',
      'mistake.json': '{}',
      'alternative.json': '{}',
      '.npmrc': '',
      '.hidden.ts': '',
      '.git/hook.ts': '',
      'node_modules/@opentelemetry/api/index.js': '',
      'README.md': '',
      'addon.node': '',
      'main.ts\n': '',
      'dull\u0007.ts': '',
      'a b/c.ts': '',
      '=cmd().ts': '',
    });
    await using copy = await copySubmission(handed.path, 'main.ts');
    expect(await namesIn(copy.directory)).toEqual(['main.ts', 'prices.json', 'shop/pay.mjs']);
  });

  it('follows no link, neither to a file nor to a folder', async ({ expect }) => {
    await using outside = await handIn({ 'secret.ts': 'export const key = 1;' });
    await using handed = await handIn({ 'main.ts': '' });
    await symlink(join(outside.path, 'secret.ts'), join(handed.path, 'stolen.ts'));
    await symlink(outside.path, join(handed.path, 'all'));
    await using copy = await copySubmission(handed.path, 'main.ts');
    expect(await namesIn(copy.directory)).toEqual(['main.ts']);
  });

  it('does not wait for a pipe that has the name of a source', async ({ expect }) => {
    await using handed = await handIn({ 'main.ts': '' });
    execFileSync('mkfifo', [join(handed.path, 'endless.ts')]);
    await using copy = await copySubmission(handed.path, 'main.ts');
    expect(await namesIn(copy.directory)).toEqual(['main.ts']);
  });

  it('is gone when it is disposed of', async ({ expect }) => {
    await using handed = await handIn({ 'main.ts': '' });
    const copy = await copySubmission(handed.path, 'main.ts');
    await copy[Symbol.asyncDispose]();
    await expect(readdir(copy.directory)).rejects.toThrow('ENOENT');
  });

  it('has the hash of its content: the same for the same files, and for no others', async ({
    expect,
  }) => {
    const one = await hashOf({ 'main.ts': 'a', 'b.ts': 'b' });
    expect(await hashOf({ 'b.ts': 'b', 'main.ts': 'a', 'README.md': '' })).toBe(one);
    expect(await hashOf({ 'main.ts': 'b', 'b.ts': 'a' })).not.toBe(one);
    expect(await hashOf({ 'main.ts': 'a', 'c.ts': 'b' })).not.toBe(one);
  });
});

describe('a submission is refused', () => {
  it('that is missing', async ({ expect }) => {
    expect(await refusalOf('/nowhere/at/all')).toMatchInlineSnapshot(`
      "SubmissionError: Nothing was handed in for this lesson: its folder is missing, or is a link, which is not followed.
      Hand in the lesson's src folder itself."
    `);
  });

  it('that is a link', async ({ expect }) => {
    await using outside = await handIn({ 'main.ts': '' });
    await using handed = await handIn({});
    await symlink(outside.path, join(handed.path, 'src'));
    expect(await refusalOf(join(handed.path, 'src'))).toMatchInlineSnapshot(`
      "SubmissionError: Nothing was handed in for this lesson: its folder is missing, or is a link, which is not followed.
      Hand in the lesson's src folder itself."
    `);
  });

  it('whose entry is a link', async ({ expect }) => {
    await using outside = await handIn({ 'solution.ts': '' });
    await using handed = await handIn({});
    await symlink(join(outside.path, 'solution.ts'), join(handed.path, 'main.ts'));
    expect(await refusalOf(handed.path)).toMatchInlineSnapshot(`
      "SubmissionError: The work has no file main.ts, which is what this lesson starts from; a link in its place is not followed.
      Hand in the folder that holds main.ts itself."
    `);
  });

  it('that holds a file of two gigabytes', async ({ expect }) => {
    await using handed = await handIn({ 'main.ts': '', 'data.json': '' });
    await truncate(join(handed.path, 'data.json'), 2 * 1024 ** 3);
    expect(await refusalOf(handed.path)).toMatchInlineSnapshot(`
      "SubmissionError: The work holds more than 256 KiB in the file data.json, which is the limit, so none of it was run.
      Hand in the sources of the lesson and nothing else."
    `);
  });

  it('that holds more files than anybody writes', async ({ expect }) => {
    const many = Array.from({ length: 3000 }, (_, index): [string, string] => [
      `note-${index}.md`,
      '',
    ]);
    await using handed = await handIn({ 'main.ts': '', ...Object.fromEntries(many) });
    expect(await refusalOf(handed.path)).toMatchInlineSnapshot(`
      "SubmissionError: The work holds more than 2000 files and folders, which is the limit, so none of it was run.
      Hand in the sources of the lesson and nothing else."
    `);
  });

  it('that holds more sources than anybody writes', async ({ expect }) => {
    const many = Array.from({ length: 300 }, (_, index): [string, string] => [
      `part-${index}.ts`,
      '',
    ]);
    await using handed = await handIn({ 'main.ts': '', ...Object.fromEntries(many) });
    expect(await refusalOf(handed.path)).toMatchInlineSnapshot(`
      "SubmissionError: The work holds more than 200 files, which is the limit, so none of it was run.
      Hand in the sources of the lesson and nothing else."
    `);
  });

  it('whose sources are too large together', async ({ expect }) => {
    const large = Array.from({ length: 6 }, (_, index): [string, string] => [
      `p${index}.ts`,
      ' '.repeat(200 * 1024),
    ]);
    await using handed = await handIn({ 'main.ts': '', ...Object.fromEntries(large) });
    expect(await refusalOf(handed.path)).toMatchInlineSnapshot(`
      "SubmissionError: The work holds more than 1024 KiB, which is the limit, so none of it was run.
      Hand in the sources of the lesson and nothing else."
    `);
  });

  it('whose folders lie too deep', async ({ expect }) => {
    await using handed = await handIn({ 'main.ts': '', [`${'a/'.repeat(40)}deep.ts`]: '' });
    expect(await refusalOf(handed.path)).toMatchInlineSnapshot(`
      "SubmissionError: The work holds more than 8 folders in each other, which is the limit, so none of it was run.
      Hand in the sources of the lesson and nothing else."
    `);
  });
});

async function hashOf(files: Readonly<Record<string, string>>): Promise<string> {
  await using handed = await handIn(files);
  await using copy = await copySubmission(handed.path, 'main.ts');
  return copy.hash;
}
