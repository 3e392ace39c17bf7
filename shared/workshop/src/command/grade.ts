import { gradeCommand } from '@tracelings/grader';
import type { GradeOptions } from '@tracelings/grader';
import { typedFolder } from './typed-folder.ts';
import { typedPlace } from './typed-place.ts';

/** Grades folders of submissions and gives the exit code. */
export function grade(
  folders: readonly string[],
  options: GradeOptions,
  signal: AbortSignal,
): Promise<number> {
  const { out, ...rest } = options;
  return gradeCommand(
    folders.map((folder) => typedFolder(folder)),
    { ...rest, ...(out !== undefined && { out: typedPlace(out) }) },
    signal,
  );
}
