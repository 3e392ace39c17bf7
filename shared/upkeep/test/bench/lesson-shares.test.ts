import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lessonShares } from '../../src/bench/lesson-shares.ts';

test('lessons share the time of a submission as they share the time of the judge', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'lesson-shares-'));
  const journal = join(folder.path, 'journal.jsonl');
  const grades = [
    { lesson: '06-abort-leaks', durationMs: 600 },
    { lesson: '01-first-span', durationMs: 100 },
    { lesson: '06-abort-leaks', durationMs: 600 },
    { lesson: '01-first-span', durationMs: 300 },
  ];
  await writeFile(journal, grades.map((grade) => `${JSON.stringify(grade)}\n`).join(''));
  expect(await lessonShares(journal, 200)).toBe('01 100 ms, 06 300 ms');
});
