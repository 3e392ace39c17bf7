import { findLesson } from '@tracelings/lesson-kit';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { gradeBatch } from '../../src/batch/batch.ts';
import { Journal } from '../../src/batch/journal.ts';
import { chosenFormats } from '../../src/format/formats.ts';
import type { Submission } from '../../src/grade.ts';
import { OutFolder } from '../../src/report/out-folder.ts';
import { writeReports } from '../../src/report/reports.ts';
import { failed, gradeWith } from '../fixtures/grades.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const mebibyte = 1024 * 1024;
const lesson = await findLesson('01');

test(
  'A class of 1,500 is graded and reported without being held.',
  { timeout: 120_000 },
  async () => {
    await using folder = await scratchFolder();
    await using journal = await Journal.open(folder.path, { resume: false });
    const submissions = Array.from({ length: 1500 }, (_none, index) => submissionOf(index));
    const before = heapUsed();
    await gradeBatch({
      submissions,
      // Of the size of a grade with its trace; what judging holds is measured elsewhere.
      grade: async ({ learner }) =>
        gradeWith({ learner, checks: [{ ...failed, message: `${learner} `.repeat(1000) }] }),
      isolation: 'bwrap',
      journal,
      cache: undefined,
      seed: undefined,
      jobs: 2,
      signal: new AbortController().signal,
      onGraded: () => {},
      onTrouble: () => {},
    });
    const out = await OutFolder.open(folder.path, []);
    const formats = chosenFormats(['json', 'csv', 'html', 'junit', 'ctrf']);
    const { paths } = await writeReports(journal.bookOf(submissions), formats, out);
    expect(paths).toHaveLength(5);
    expect((heapUsed() - before) / mebibyte).toBeLessThan(6);
  },
);

function submissionOf(index: number): Submission {
  return { learner: `learner-${String(index).padStart(4, '0')}`, lesson, directory: '/nowhere' };
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  // A context that is made after the flag was set has the function.
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}
