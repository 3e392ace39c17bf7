import { findLesson, listLessons, repository } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import process from 'node:process';
import { type Discovery, discover } from '../batch/discovery.ts';
import type { Sought } from '../batch/learner-folder.ts';
import type { Format } from '../format/format.ts';
import { chosenFormats } from '../format/formats.ts';
import { NoIsolationError } from '../no-isolation-error.ts';
import { OutFolder } from '../report/out-folder.ts';
import { openWall } from '../sandbox/wall.ts';
import { gradeClass } from './class-grading.ts';
import { gradeExitCodes } from './exit-codes.ts';
import type { GradeOptions } from './grade-options.ts';

const defaultFormats = ['json', 'csv', 'html'];

/**
 * Grades what the folders hold and writes reports: `npm run grade`.
 *
 * @param folders absolute paths, each a learner's repository, a lesson's sources, or a folder of many
 * @returns one of {@link gradeExitCodes}
 * @throws {GradeError} when what was typed cannot be graded
 */
export async function gradeCommand(
  folders: readonly string[],
  options: GradeOptions,
  signal: AbortSignal,
): Promise<number> {
  const formats = chosenFormats(options.format ?? defaultFormats);
  const discovery = await discover(folders, await soughtLessons(options));
  demandOf(formats, discovery);
  const out = await OutFolder.open(options.out ?? defaultOut, folders);
  try {
    await using wall = await openWall({ trust: options.trust ?? false, signal });
    return await gradeClass({ discovery, formats, out, wall, options, signal });
  } catch (error) {
    if (!(error instanceof NoIsolationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return gradeExitCodes.environmentMissing;
  }
}

const defaultOut = join(repository, '.tracelings', 'grades');

async function soughtLessons({ lesson: names = [] }: GradeOptions): Promise<Sought> {
  if (names.length === 0) return { lessons: await listLessons(), isNamed: false };
  const named = await Promise.all(names.map((name) => findLesson(name)));
  const byId = new Map(named.map((lesson) => [lesson.id, lesson]));
  return { lessons: [...byId.values()], isNamed: true };
}

/** An hour of grading must not end at a format that cannot be written. */
function demandOf(formats: readonly Format[], { submissions }: Discovery): void {
  const learners = new Set(submissions.map(({ learner }) => learner)).size;
  for (const format of formats) if (format.kind === 'learner') format.demand?.(learners);
}
