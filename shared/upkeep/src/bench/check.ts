import { join, relative } from 'node:path';
import { listLessons, repository } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';
import type { BenchmarkCase, BenchmarkFamily } from './family.ts';
import { runNode } from './node-process.ts';

const COMMAND = 'shared/workshop/bin/tracelings.js';
const VITEST = 'node_modules/vitest/vitest.mjs';
const LIMIT_MS = 1500;
const LIMIT_WITH_SERVICES_MS = 2500;

/** Each lesson's whole `check` command, beside one `vitest run` of the first lesson's checks. */
export async function checkFamily(): Promise<BenchmarkFamily> {
  const lessons = await listLessons();
  return { name: 'check', rounds: 5, cases: lessons.flatMap((lesson) => casesOf(lesson)) };
}

function casesOf(lesson: LessonFolder): BenchmarkCase[] {
  const subject = relative(repository, join(lesson.solution, 'src'));
  const tests = relative(repository, join(lesson.directory, 'checks.test.ts'));
  const hasServices = Object.values(lesson.manifest.scenarios).some((plan) => plan.services);
  return [
    {
      name: `vitest run, lesson ${lesson.number}`,
      run: () => runNode([VITEST, 'run', tests], { TRACELINGS_SUBJECT: join(repository, subject) }),
    },
    {
      name: `check, lesson ${lesson.number}`,
      atMost: { ms: hasServices ? LIMIT_WITH_SERVICES_MS : LIMIT_MS },
      run: () => runNode([COMMAND, 'check', lesson.number, '--subject', subject]),
    },
  ];
}
