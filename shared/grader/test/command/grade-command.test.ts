import { mkdir, readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classFolder } from '../fixtures/class-folder.ts';
import { type Outcome, outcomeOf, startGrading } from '../fixtures/grading.ts';
import { gradesWritten, untilWritten } from '../fixtures/journal-lines.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';

const trusting = { trust: true, cache: false } as const;

let work: Scratch;
beforeAll(async () => {
  work = await classFolder({
    ada: 'solution',
    bob: 'never ended',
    max: 'solution',
    zoe: 'starter',
  });
});
afterAll(() => work[Symbol.asyncDispose]());

describe('npm run grade', { timeout: 120_000 }, () => {
  test('grades a class, writes its reports, and ends with 0 whatever the points', async () => {
    await using place = await scratchFolder();
    const outcome = await outcomeOf(startGrading([work.path], { ...trusting, out: place.path }));
    expect(outcome.exitCode).toBe(0);
    expect(withoutPaths(outcome, place)).toMatchInlineSnapshot(`
      "ada, 01-first-span: passed, 11 of 11 points
      bob, 01-first-span: not yet, 6 of 11 points · the span is ended, once
      max, 01-first-span: passed, 11 of 11 points
      zoe, 01-first-span: not yet, 0 of 11 points · a tracer provider is registered
      4 submissions of 4 learners: 2 passed, 2 not yet.
      Trusted (--trust): submissions ran with nothing between them and the judge, so one could have forged its grade or done anything else that this account may do.

      Reports:
        OUT/grades.json
        OUT/grades.csv
        OUT/class.html
      "
    `);
    expect(outcome.stderr).toContain('4 of 4 graded');
    expect((await readdir(place.path)).toSorted()).toStrictEqual([
      'class.html',
      'grades.csv',
      'grades.json',
      'journal.jsonl',
    ]);
  });

  test('goes on after a judge that was killed, which loses what was in its hands alone', async () => {
    await using place = await scratchFolder();
    const journal = place.join('journal.jsonl');
    const options = { ...trusting, out: place.path, jobs: 1, format: ['csv'] };
    const killed = startGrading([work.path], options);
    const [first] = await untilWritten(journal, 1);
    killed.kill('SIGKILL');
    await outcomeOf(killed);
    const outcome = await outcomeOf(startGrading([work.path], { ...options, resume: true }));
    const after = await gradesWritten(journal);
    expect(outcome.exitCode).toBe(0);
    expect(after[0]).toStrictEqual(first);
    expect(after.map(({ learner }) => learner).toSorted()).toStrictEqual([
      'ada',
      'bob',
      'max',
      'zoe',
    ]);
  });

  test('keeps on Ctrl-C what is done, says so, and ends with 1', async () => {
    await using place = await scratchFolder();
    const grading = startGrading([work.path], { ...trusting, out: place.path, jobs: 1 });
    const outcome = outcomeOf(grading);
    await untilWritten(place.join('journal.jsonl'), 1);
    grading.kill('SIGINT');
    const { exitCode, stdout, stderr } = await outcome;
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /Stopped\. [123] of 4 are graded and kept, and no report is written yet\.\nThe same command with --resume goes on from there\.\n$/,
    );
    expect(await readdir(place.path)).toStrictEqual(['journal.jsonl']);
  });

  test('ends with 3 and a sentence where nothing could hold a submission', async () => {
    await using place = await scratchFolder();
    const grading = startGrading([work.path], { out: place.path }, { REQUIRE_SANDBOX: 'moat' });
    const { exitCode, stdout, stderr } = await outcomeOf(grading);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('REQUIRE_SANDBOX asks for "moat"');
    expect(await gradesWritten(place.join('journal.jsonl'))).toStrictEqual([]);
  });

  test('grades a learner who handed in nothing, when the lesson is named', async () => {
    await using place = await scratchFolder();
    await using own = await classFolder({ ada: 'solution' });
    await mkdir(own.join('bob'));
    const options = { ...trusting, out: place.path, lesson: ['01'], format: ['csv'] };
    await outcomeOf(startGrading([own.path], options));
    const csv = await readFile(place.join('grades.csv'), 'utf8');
    expect(csv).toContain('"ada","01-first-span","passed","11","11"');
    expect(csv).toContain('"bob","01-first-span","could not run","0","11"');
  });

  test.for([
    ['reports inside what is graded', { out: 'bob/reports' }, 'which is inside'],
    ['an unknown format', { format: ['sarif'] }, 'There is no format "sarif".'],
    ['an unknown lesson', { lesson: ['99'] }, 'There is no lesson "99".'],
    [
      'Classroom 50’s format anywhere else',
      { format: ['classroom50'] },
      'needs the variable COMMIT_URL',
    ],
  ] as const)('refuses %s before anything runs', async ([, options, sentence]) => {
    await using place = await scratchFolder();
    const out = 'out' in options ? work.join(options.out) : place.path;
    const grading = startGrading([work.path], { ...trusting, ...options, out });
    const { exitCode, stderr } = await outcomeOf(grading);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('graded\n');
  });
});

function withoutPaths({ stdout }: Outcome, place: Scratch): string {
  return stdout.replaceAll(place.path, 'OUT');
}
