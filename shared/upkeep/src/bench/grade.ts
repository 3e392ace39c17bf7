import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listLessons, repository } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import pLimit from 'p-limit';
import { honestClass } from '../soak/honest-class.ts';
import type { HonestClass } from '../soak/honest-class.ts';
import type { BenchmarkFamily } from './family.ts';
import { GrowingLines } from './growing-lines.ts';
import { runNode } from './node-process.ts';
import { residentMebibytes } from './watch/processor-time.ts';

const COMMAND = join(repository, 'shared/workshop/bin/tracelings.js');
const VITEST = 'node_modules/vitest/vitest.mjs';
const SUBMISSIONS = 200;
const SUBMISSIONS_FOR_MEMORY = 5000;
/** A slow machine does not get through all of them, and what it graded until then is what counts. */
const MOST_MINUTES_FOR_MEMORY = 20;
/** Eight a second. */
const MOST_MS = 125;
const MOST_OF_VITEST = 1 / 8;
const MOST_GROWTH_MEBIBYTES = 20;
const LOOK_MS = 250;

/** Submissions behind the wall, beside a run of vitest for each; and what many of them leave. */
export async function* gradeFamilies(
  submissions: number | undefined,
): AsyncGenerator<BenchmarkFamily> {
  const lessons = (await listLessons()).filter(runsInOneProcess);
  const { short = [], long = [] } = Object.groupBy(lessons, lengthOf);
  for (const kind of [short, long]) {
    await using honest = await honestClass(kind, submissions ?? SUBMISSIONS);
    yield throughput(kind, honest);
  }
  await using many = await honestClass(lessons, submissions ?? SUBMISSIONS_FOR_MEMORY);
  yield memory(many);
}

function runsInOneProcess({ manifest }: LessonFolder): boolean {
  return Object.values(manifest.scenarios).every(({ services = [] }) => services.length === 0);
}

/** One that asks for more time than usual sends a thousand orders, or waits for real deadlines. */
function lengthOf({ manifest }: LessonFolder): 'short' | 'long' {
  const limits = Object.values(manifest.scenarios).map(({ timeLimitMs }) => timeLimitMs);
  return limits.every((limit) => limit === undefined) ? 'short' : 'long';
}

function throughput(lessons: readonly LessonFolder[], honest: HonestClass): BenchmarkFamily {
  const names = lessons.map(({ number }) => number).join(', ');
  return {
    name: `grade: one submission to ${names}; both on ${availableParallelism()} cores`,
    rounds: 3,
    cases: [
      { name: 'vitest run for each, one at a time on each core', run: () => testAll(lessons) },
      {
        name: `npm run grade, start and end included, of ${honest.works.length}`,
        atMost: [{ ms: MOST_MS }, { timesFirst: MOST_OF_VITEST }],
        run: () => gradeAll(honest),
      },
    ],
  };
}

async function testAll(lessons: readonly LessonFolder[]): Promise<number> {
  const cores = availableParallelism();
  const limit = pLimit(cores);
  // As many of each as there are cores, so that none of these is idle at the end.
  const works = Array.from({ length: cores }, () => lessons).flat();
  const began = performance.now();
  await Promise.all(works.map((lesson) => limit(() => test(lesson))));
  return (performance.now() - began) / works.length;
}

function test({ directory, solution }: LessonFolder): Promise<void> {
  const tests = join(directory, 'checks.test.ts');
  return runNode([VITEST, 'run', tests], { TRACELINGS_SUBJECT: join(solution, 'src') });
}

async function gradeAll({ folder, works }: HonestClass): Promise<number> {
  await using out = await mkdtempDisposable(join(tmpdir(), 'bench-grades-'));
  const began = performance.now();
  await ended(startGrading(folder, out.path));
  return (performance.now() - began) / works.length;
}

/** Memory goes up and down; the mean of a fifth of the submissions says whether it grows. */
function memory({ folder, works }: HonestClass): BenchmarkFamily {
  let seen = 'growth';
  return {
    name: `grade: memory of the judge, for ${MOST_MINUTES_FOR_MEMORY} minutes at most`,
    rounds: 1,
    warmsUp: false,
    cases: [
      {
        get name() {
          return seen;
        },
        unit: 'MiB',
        atMost: { mebibytes: MOST_GROWTH_MEBIBYTES },
        async run() {
          await using out = await mkdtempDisposable(join(tmpdir(), 'bench-grades-'));
          const grading = startGrading(folder, out.path);
          const { sizes, graded } = await watched(grading, out.path, works.length);
          const [, second = [], , , last = []] = fifths(sizes, graded);
          seen =
            `growth over ${count(graded)} of ${count(works.length)} submissions, ` +
            `from ${count(mean(second))} to ${count(mean(last))} MiB`;
          return mean(last) - mean(second);
        },
      },
    ],
  };
}

interface Size {
  readonly graded: number;
  readonly mebibytes: number;
}

/** What the judge held, looked at again and again, until all is graded or the time is up. */
async function watched(
  grading: ChildProcess,
  out: string,
  due: number,
): Promise<{ readonly sizes: readonly Size[]; readonly graded: number }> {
  const sizes: Size[] = [];
  const exit = once(grading, 'exit');
  const timeUp = AbortSignal.timeout(MOST_MINUTES_FOR_MEMORY * 60_000);
  const journal = new GrowingLines(join(out, 'journal.jsonl'));
  while (grading.exitCode === null && grading.pid !== undefined && !timeUp.aborted) {
    const graded = await journal.count();
    // The reports come after the last one, and are not what is measured.
    if (graded < due) sizes.push({ graded, mebibytes: await residentMebibytes(grading.pid) });
    await pause(LOOK_MS);
  }
  // What is graded until then stays written.
  if (timeUp.aborted) grading.kill('SIGINT');
  await exit;
  if (!timeUp.aborted) refuseFailure(grading);
  return { sizes, graded: await journal.count() };
}

function fifths(sizes: readonly Size[], total: number): number[][] {
  const part = ({ graded }: Size): number => Math.min(4, Math.floor((5 * graded) / total));
  return Array.from({ length: 5 }, (_, index) =>
    sizes.filter((size) => part(size) === index).map(({ mebibytes }) => mebibytes),
  );
}

function startGrading(folder: string, out: string): ChildProcess {
  const options = ['--format', 'json', '--no-cache', '--out', out];
  return spawn(process.execPath, [COMMAND, 'grade', folder, ...options], { stdio: 'ignore' });
}

async function ended(grading: ChildProcess): Promise<void> {
  await once(grading, 'exit');
  refuseFailure(grading);
}

function refuseFailure(grading: ChildProcess): void {
  if (grading.exitCode !== 0) throw new Error(`The grading ended with ${grading.exitCode}.`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function count(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 0 });
}
