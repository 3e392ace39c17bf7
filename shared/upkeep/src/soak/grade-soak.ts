import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { listLessons, repository } from '@tracelings/lesson-kit';
import { honestClass } from './honest-class.ts';
import type { HonestWork } from './honest-class.ts';
import type { SoakOrder } from './soak.ts';

interface GradeRead {
  readonly learner: string;
  readonly verdict: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly seed: number;
  readonly checks: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly points: number;
    readonly maxPoints: number;
    readonly message: string;
  }[];
}

/**
 * Has honest work graded by the command itself: what is right has to get all points, and what is
 * wrong has to lose them at the check that its mistake is about. Prints each wrong grade and the
 * count, and returns it.
 */
export async function soakGrades({ runs, atOnce, lessons, signal }: SoakOrder): Promise<number> {
  const all = await listLessons();
  const chosen = all.filter(
    ({ id, number }) =>
      lessons.length === 0 || lessons.some((name) => name === id || name === number),
  );
  await using honest = await honestClass(chosen, runs);
  await using out = await mkdtempDisposable(join(tmpdir(), 'honest-grades-'));
  const began = performance.now();
  await gradeAll(honest.folder, out.path, atOnce, signal);
  const seconds = (performance.now() - began) / 1000;
  const grades = await readGrades(out.path);
  const complaints = honest.works.flatMap((work) => complaintOn(work, grades.get(work.learner)));
  for (const complaint of complaints) console.log(complaint);
  console.log(
    `${grades.size} honest submissions graded, ${complaints.length} wrong grades, ${(grades.size / seconds).toFixed(1)} a second`,
  );
  return grades.size === 0 ? 1 : complaints.length;
}

async function gradeAll(
  folder: string,
  out: string,
  atOnce: number,
  signal: AbortSignal,
): Promise<void> {
  const command = join(repository, 'shared/workshop/bin/tracelings.js');
  const options = ['--format', 'json', '--no-cache', '--jobs', String(atOnce), '--out', out];
  const grading = spawn(process.execPath, [command, 'grade', folder, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  signal.addEventListener('abort', () => grading.kill('SIGINT'), { once: true });
  await once(grading, 'exit');
}

async function readGrades(out: string): Promise<Map<string, GradeRead>> {
  const text = await readFile(join(out, 'journal.jsonl'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the grader's own journal
      const grade = JSON.parse(line) as GradeRead;
      return [grade.learner, grade];
    }),
  );
}

/** Nothing about what was not graded any more, after Ctrl-C. */
function complaintOn(work: HonestWork, grade: GradeRead | undefined): string[] {
  if (grade === undefined || isRight(work, grade)) return [];
  const first = grade.checks.find(({ verdict }) => verdict !== 'passed');
  const due = work.fails === undefined ? 'all points' : `to fail first at ${work.fails}`;
  return [
    `${work.learner}, ${work.lesson}, seed ${grade.seed}: ${due} was due, and it got ` +
      `${grade.points} of ${grade.maxPoints}, ${grade.verdict} at ${first?.id}\n${first?.message}\n`,
  ];
}

function isRight({ fails }: HonestWork, { checks, points, maxPoints }: GradeRead): boolean {
  const first = checks.find(({ verdict }) => verdict !== 'passed');
  const earned = checks.filter(({ verdict }) => verdict === 'passed');
  const sum = earned.reduce((total, check) => total + check.maxPoints, 0);
  return first?.id === fails && points === sum && (fails === undefined) === (points === maxPoints);
}
