import { join } from 'node:path';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';
import { filesBelow, textOf } from './folder-files.ts';

const MOST_LINES = 100;
const TODO = /\/\/ TODO\b/;
const UNMARKED =
  'differs from the solution without a "// TODO"; mark the place, or make them the same';

/**
 * The starter leads to the solution: they have the same files, and they differ only where a TODO
 * tells the learner that there is something to do.
 */
export async function proveStarter(lesson: LessonFolder): Promise<Complaint[]> {
  const solution = join(lesson.solution, 'src');
  const names = new Set([...(await filesBelow(lesson.starter)), ...(await filesBelow(solution))]);
  const texts = await Promise.all(
    [...names].map(async (name) => ({
      name,
      file: readablePath(join(lesson.starter, name)),
      solved: readablePath(join(solution, name)),
      starter: await textOf(lesson.starter, name),
      solution: await textOf(solution, name),
    })),
  );
  const complaints = texts.flatMap(complain);
  const hasTodo = texts.some(({ starter }) => TODO.test(starter ?? ''));
  const nothingToDo = {
    file: readablePath(lesson.starter),
    message: 'no file holds a "// TODO"; say where the learner has to work',
  };
  return hasTodo ? complaints : [...complaints, nothingToDo];
}

interface Pair {
  /** Where it is in the starter. */
  readonly file: string;
  /** Where it is in the solution. */
  readonly solved: string;
  readonly starter: string | undefined;
  readonly solution: string | undefined;
}

function complain({ file, solved, starter, solution }: Pair): Complaint[] {
  if (starter === undefined) {
    return [{ file, message: 'is in the solution and not in the starter; add it to both' }];
  }
  if (solution === undefined) {
    return [{ file, message: 'is in the starter and not in the solution; add it to both' }];
  }
  const lines = starter.split('\n').length - 1;
  return [
    ...(starter !== solution && !TODO.test(starter) ? [{ file, message: UNMARKED }] : []),
    ...(TODO.test(solution)
      ? [{ file: solved, message: 'the solution still holds a "// TODO"; do it' }]
      : []),
    ...(lines > MOST_LINES
      ? [{ file, message: `has ${lines} lines; a starter file has at most ${MOST_LINES}` }]
      : []),
  ];
}
