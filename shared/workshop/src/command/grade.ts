import { gradeCommand } from '@tracelings/grader';
import type { GradeOptions } from '@tracelings/grader';
import { resolve } from 'node:path';
import process from 'node:process';
import { typedFolder } from './typed-folder.ts';

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

/** Where something is to be made, seen from where it was typed; npm moves to the top folder first. */
function typedPlace(typed: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', typed);
}
