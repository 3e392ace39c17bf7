import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listLessons, repository } from '@tracelings/lesson-kit';
import { expect, test } from 'vitest';

const readme = await readFile(join(repository, 'README.md'), 'utf8');

test('the README shows what a first check really says', async () => {
  const typed = ['check', '01', '--seed', '7', '--subject', 'lessons/01-first-span/starter'];
  const [, shown] = /^```\n(01-first-span.*?)^```$/ms.exec(readme) ?? [];
  expect(await printedBy(typed)).toBe(shown);
});

test('the README lists every lesson with its minutes and what it teaches', async () => {
  const lessons = await listLessons();
  expect(lessons.length).toBeGreaterThan(0);
  const rows = lessons.map(
    ({ id, number, manifest }) =>
      `| [${number}](lessons/${id}) | ${manifest.title} | ${manifest.minutes} | ${manifest.learned} |`,
  );
  expect(rowsOf(readme)).toEqual(rows);
});

function rowsOf(markdown: string): string[] {
  const table = markdown.split('\n').filter((line) => /^\| \[\d\d\]/.test(line));
  return table.map((line) => line.replaceAll(/ +\|/g, ' |'));
}

/** A check that finds something ends with 1, which is no failure here. */
async function printedBy(typed: readonly string[]): Promise<string> {
  const command = join(repository, 'shared/workshop/bin/tracelings.js');
  const run = promisify(execFile)(process.execPath, [command, ...typed], { cwd: repository });
  return run.then(
    ({ stdout }) => stdout,
    (failure: { stdout: string }) => failure.stdout,
  );
}
