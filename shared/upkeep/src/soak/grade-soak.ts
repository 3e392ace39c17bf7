import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '@tracelings/lesson-kit';
import { chosenLessons } from './chosen-lessons.ts';
import { readGrades } from './grade-read.ts';
import { handInAll } from './honest-class.ts';
import type { SoakOrder } from './soak.ts';
import { wrongGrades } from './wrong-grades.ts';

/** A soak of the grader. */
export interface GradeSoakOrder extends SoakOrder {
  /** A folder that stays, with the works and their grades; the same order goes on in it. */
  readonly keep: string | undefined;
}

/**
 * Has honest work graded by the command itself, behind its wall, and each grade compared with what
 * the same work gets without it. Prints each wrong grade and the count, and returns it.
 */
export async function soakGrades(order: GradeSoakOrder): Promise<number> {
  if (order.keep !== undefined) return soakIn(order.keep, order);
  await using folder = await mkdtempDisposable(join(tmpdir(), 'honest-class-'));
  return await soakIn(folder.path, order);
}

async function soakIn(folder: string, order: GradeSoakOrder): Promise<number> {
  const [handedIn, out] = [join(folder, 'class'), join(folder, 'grades')];
  await mkdir(out, { recursive: true });
  const known = (await readGrades(out)).size;
  const works = await handInAll(await chosenLessons(order.lessons), order.runs, handedIn);
  const began = performance.now();
  await gradeAll(handedIn, out, order);
  const seconds = (performance.now() - began) / 1000;
  const grades = await readGrades(out);
  const wrong = await wrongGrades(works, grades);
  for (const complaint of wrong) console.log(complaint);
  console.log(
    `${grades.size} of ${works.length} honest submissions graded, ${wrong.length} wrong grades, ` +
      `${((grades.size - known) / seconds).toFixed(1)} a second`,
  );
  return grades.size === 0 ? 1 : wrong.length;
}

/** Each with inputs of its own, and none taken from the cache. */
async function gradeAll(
  folder: string,
  out: string,
  { atOnce, signal }: GradeSoakOrder,
): Promise<void> {
  const command = join(repository, 'shared/workshop/bin/tracelings.js');
  const options = ['--format', 'json', '--no-cache', '--resume', '--jobs', String(atOnce)];
  const grading = spawn(process.execPath, [command, 'grade', folder, ...options, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  signal.addEventListener('abort', () => grading.kill('SIGINT'), { once: true });
  await once(grading, 'exit');
}
