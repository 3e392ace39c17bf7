import { listLessons } from '@tracelings/lesson-kit';
import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchOrder, gradeBatch } from '../../src/batch/batch.ts';
import { discover } from '../../src/batch/discovery.ts';
import { Journal } from '../../src/batch/journal.ts';
import { GradeCache } from '../../src/cache/grade-cache.ts';
import type { Grade } from '../../src/grade.ts';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import type { SubmissionWall } from '../../src/sandbox/submission-wall.ts';
import { openWall } from '../../src/sandbox/wall.ts';
import { classFolder } from '../fixtures/class-folder.ts';
import { type Scratch, scratchFolder } from '../fixtures/scratch.ts';

let resources: AsyncDisposableStack;
let wall: SubmissionWall;
let work: Scratch;
let cache: GradeCache;
/** What the first batch came to; all of it is in the cache from then on. */
let first: { readonly graded: readonly Grade[]; readonly ran: number };
beforeAll(async () => {
  resources = new AsyncDisposableStack();
  wall = resources.use(await openWall({ trust: true, signal: new AbortController().signal }));
  work = resources.use(await classFolder({ ada: 'solution', bob: 'never ended', zoe: 'solution' }));
  cache = new GradeCache(resources.use(await scratchFolder()).path);
  await using place = await scratchFolder();
  const judged = counting();
  const graded = await run(place, { cache, jobs: 1, grade: judged.grade });
  first = { graded, ran: judged.ran };
});
afterAll(() => resources.disposeAsync());

describe('a batch', () => {
  test('judges the same work once, and gives it to each under their own name', () => {
    const { graded, ran } = first;
    expect(graded.map((grade) => [grade.learner, grade.verdict, grade.recalled])).toStrictEqual([
      ['ada', 'passed', false],
      ['bob', 'not-yet', false],
      ['zoe', 'passed', true],
    ]);
    expect(ran).toBe(2);
  });

  test('judges nothing that another batch judged, and draws each a seed', async () => {
    await using place = await scratchFolder();
    const judged = counting();
    const [ada, bob, zoe] = await run(place, { cache, grade: judged.grade });
    expect(judged.ran).toBe(0);
    expect(ada?.seed).not.toBe(bob?.seed);
    expect(ada?.seed).toBe(zoe?.seed);
  });

  test('replays a seed, and judges again for it', async () => {
    await using own = await classFolder({ bob: 'never ended' });
    await using place = await scratchFolder();
    const [bob] = await run(place, { cache, seed: 7 }, own);
    expect(bob).toMatchObject({ seed: 7, recalled: false });
  });

  test('judges again what changed', async () => {
    await using own = await classFolder({ ada: 'solution' });
    await using place = await scratchFolder();
    const [before] = await run(place, { cache }, own);
    await appendFile(own.join('ada/lessons/03-http-handler/src/main.ts'), '\n// one line more\n');
    const [after] = await run(place, { cache }, own);
    expect([before?.recalled, after?.recalled]).toStrictEqual([true, false]);
    expect(after?.submissionHash).not.toBe(before?.submissionHash);
  });
});

describe('a batch that was stopped', () => {
  test('keeps what was graded, and going on judges the rest alone', async () => {
    await using place = await scratchFolder();
    const stop = new AbortController();
    const stopped = run(place, {
      cache,
      jobs: 1,
      signal: stop.signal,
      onGraded: () => stop.abort(new Error('enough for today')),
    });
    await expect(stopped).rejects.toThrow('enough for today');
    const known: boolean[] = [];
    const onGraded = (_grade: Grade, isKnown: boolean): void => {
      known.push(isKnown);
    };
    const judged = counting();
    const graded = await run(place, { grade: judged.grade, jobs: 1, onGraded, resume: true });
    expect(judged.ran).toBe(2);
    expect(known).toStrictEqual([true, false, false]);
    expect(graded.map(({ learner }) => learner)).toStrictEqual(['ada', 'bob', 'zoe']);
  });

  test('writes nothing of what was running', async () => {
    await using place = await scratchFolder();
    const stop = new AbortController();
    const grade: BatchOrder['grade'] = async (submission, order) => {
      const finished = await gradeSubmission(submission, { ...order, wall });
      stop.abort(new Error('too late'));
      return finished;
    };
    const stopped = run(place, { cache, grade, jobs: 1, signal: stop.signal });
    await expect(stopped).rejects.toThrow('too late');
    await using journal = await Journal.open(place.path, { resume: true });
    expect((await bookOf(journal, work)).entries).toStrictEqual([]);
  });
});

describe('a grader that fails', () => {
  test('costs nobody points, stops nobody else, and is tried again when the batch goes on', async () => {
    await using place = await scratchFolder();
    const troubles: string[] = [];
    const onTrouble = (sentence: string): void => {
      troubles.push(sentence);
    };
    const graded = await run(place, { cache, grade: failingOnBob, onTrouble });
    expect(graded.map(({ verdict }) => verdict)).toStrictEqual(['passed', 'infra-error', 'passed']);
    expect(graded[1]?.checks[0]?.message).toMatch(/^The grader failed here, so nothing is known/);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toContain(
      'The grader failed on 03-http-handler of bob: Error: the disk is full',
    );
    const judged = counting();
    const again = await run(place, { grade: judged.grade, resume: true });
    expect(again[1]?.verdict).toBe('not-yet');
    expect(judged.ran).toBe(1);
  });
});

const failingOnBob: BatchOrder['grade'] = (submission, order) =>
  submission.learner === 'bob'
    ? Promise.reject(new Error('the disk is full'))
    : gradeSubmission(submission, { ...order, wall });

interface Changes extends Partial<Omit<BatchOrder, 'submissions' | 'journal'>> {
  readonly resume?: boolean;
}

/** Grades the class and gives what is written of it, by learner. */
async function run(place: Scratch, changes: Changes = {}, folder = work): Promise<Grade[]> {
  const { resume = false, ...order } = changes;
  await using journal = await Journal.open(place.path, { resume });
  const { submissions } = await discover([folder.path], {
    lessons: await listLessons(),
    isNamed: false,
  });
  const inOrder = submissions.toSorted((one, other) => one.learner.localeCompare(other.learner));
  await gradeBatch({
    grade: (submission, each) => gradeSubmission(submission, { ...each, wall }),
    isolation: wall.isolation,
    cache: undefined,
    seed: undefined,
    jobs: 2,
    signal: new AbortController().signal,
    onGraded: () => {},
    onTrouble: () => {},
    ...order,
    submissions: inOrder,
    journal,
  });
  return await Array.fromAsync(journal.bookOf(submissions).grades());
}

interface Counting {
  readonly grade: BatchOrder['grade'];
  ran: number;
}

/** Counts what is really judged: what is recalled asks for a hash and nothing more. */
function counting(): Counting {
  const counted: Counting = {
    ran: 0,
    async grade(submission, order) {
      let isKnown = false;
      const recall = async (hash: string): Promise<Grade | undefined> => {
        const grade = await order.recall(hash);
        isKnown = grade !== undefined;
        return grade;
      };
      const grade = await gradeSubmission(submission, { ...order, recall, wall });
      if (!isKnown) counted.ran += 1;
      return grade;
    },
  };
  return counted;
}

async function bookOf(journal: Journal, folder: Scratch): Promise<ReturnType<Journal['bookOf']>> {
  const { submissions } = await discover([folder.path], {
    lessons: await listLessons(),
    isNamed: false,
  });
  return journal.bookOf(submissions);
}
