import { mkdir, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradeCommand } from '../../src/command/grade-command.ts';
import { classFolder } from '../fixtures/class-folder.ts';
import { type Outcome, outcomeOf, startGrading } from '../fixtures/grading.ts';
import { gradesWritten, untilWritten } from '../fixtures/journal-lines.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';

const trusting = { trust: true, cache: false } as const;

let work: Scratch;
beforeAll(async () => {
  work = await classFolder({ ada: 'solution', bob: 'never ended', zoe: 'starter' });
  await mkdir(work.join('yan'));
});
afterAll(() => work[Symbol.asyncDispose]());

describe('npm run grade', { timeout: 120_000 }, () => {
  test('grades a class, those without work too where the lesson is named, and ends with 0', async () => {
    await using place = await scratchFolder();
    const options = { ...trusting, lesson: ['03'], out: place.path };
    const outcome = await outcomeOf(startGrading([work.path], options));
    expect(outcome.exitCode).toBe(0);
    expect(withoutPaths(outcome, place)).toMatchInlineSnapshot(`
      "ada, 03-http-handler: passed, 16 of 16 points
      bob, 03-http-handler: not yet, 13 of 16 points · every span is ended, once
      yan, 03-http-handler: could not run, 0 of 16 points
      zoe, 03-http-handler: not yet, 0 of 16 points · each request makes one SERVER span
      4 submissions of 4 learners: 1 passed, 2 not yet, 1 could not run.
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

  test('keeps what is done when it is interrupted or killed, and goes on from there', async () => {
    await using three = await classFolder({ ada: 'starter', bob: 'starter', zoe: 'starter' });
    await using place = await scratchFolder();
    const journal = place.join('journal.jsonl');
    const options = { ...trusting, out: place.path, jobs: 1, format: ['csv'] };
    const interrupted = startGrading([three.path], options);
    const stopped = outcomeOf(interrupted);
    const [first] = await untilWritten(journal, 1);
    interrupted.kill('SIGINT');
    const { exitCode, stdout, stderr } = await stopped;
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /Stopped\. [12] of 3 are graded and kept, and no report is written yet\.\nThe same command with --resume goes on from there\.\n$/,
    );
    expect(await readdir(place.path)).toStrictEqual(['journal.jsonl']);

    const killed = startGrading([three.path], { ...options, resume: true });
    await untilWritten(journal, 2);
    killed.kill('SIGKILL');
    await outcomeOf(killed);

    const finished = await outcomeOf(startGrading([three.path], { ...options, resume: true }));
    const grades = await gradesWritten(journal);
    expect(finished.exitCode).toBe(0);
    expect(grades[0]).toStrictEqual(first);
    expect(grades.map(({ learner }) => learner).toSorted()).toStrictEqual(['ada', 'bob', 'zoe']);
  });

  test('ends with 3 and a sentence where nothing could hold a submission', async () => {
    await using place = await scratchFolder();
    const grading = startGrading([work.path], { out: place.path }, { REQUIRE_SANDBOX: 'moat' });
    const { exitCode, stdout, stderr } = await outcomeOf(grading);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('REQUIRE_SANDBOX asks for "moat"');
    expect(await readdir(place.path)).toStrictEqual([]);
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
    const out = 'out' in options ? work.join(options.out) : place.join('reports');
    const { signal } = new AbortController();
    const refused = gradeCommand([work.path], { ...trusting, ...options, out }, signal);
    await expect(refused).rejects.toThrow(sentence);
    expect(await readdir(place.path)).toStrictEqual([]);
  });
});

function withoutPaths({ stdout }: Outcome, place: Scratch): string {
  return stdout.replaceAll(place.path, 'OUT');
}
