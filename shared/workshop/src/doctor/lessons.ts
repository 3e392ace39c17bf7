import { listLessons, memorySource } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { judgeFolder } from '../lesson/judging.ts';
import { isDirectory } from '../lesson/learner-copy.ts';
import type { Finding } from './finding.ts';

const about = 'Lessons';

/** The proof of the pudding: the first lesson's solution is checked as a learner's program would be. */
export async function examineLessons(signal: AbortSignal): Promise<Finding> {
  try {
    return await checkSolution(signal);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { about, state: 'broken', found: `No lesson could be checked: ${reason}`, mend };
  }
}

const mend = 'Mend what is named above first. Otherwise, clone the repository afresh.';

async function checkSolution(signal: AbortSignal): Promise<Finding> {
  const [lesson] = await listLessons();
  const directory = lesson && join(lesson.solution, 'src');
  if (lesson === undefined || directory === undefined || !(await isDirectory(directory))) {
    return { about, state: 'broken', found: 'The first lesson or its solution is missing.', mend };
  }
  const { verdict } = await judgeFolder({
    lesson,
    directory,
    source: memorySource(),
    seed: 1,
    signal,
  });
  if (verdict.verdict === 'passed') {
    const found = `The solution of ${lesson.id} passed, from memory, in ${verdict.durationMs} ms.`;
    return { about, state: 'good', found };
  }
  const said = verdict.checks.find(({ message }) => message !== '')?.message ?? verdict.verdict;
  return { about, state: 'broken', found: `The solution of ${lesson.id} failed: ${said}`, mend };
}
