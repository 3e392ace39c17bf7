import { join } from 'node:path';
import { readTestResults } from '../test-results.ts';
import type { SkippedTest } from '../test-results.ts';
import type { FinishedTask } from './turbo-summary.ts';
import type { TurboRun } from './turbo-run.ts';

/** What one task of the proof came to, in numbers and, where it failed, in its own words. */
export interface TaskResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
  readonly replayed: boolean;
  readonly output: readonly string[];
}

/** A package's tests count one by one, any other task counts as one. */
export function taskResults(root: string, run: TurboRun): TaskResult[] {
  return run.tasks.map((task) => {
    const succeeded = task.exitCode === 0;
    const output = run.output.get(task.id) ?? [];
    const counts = isTest(task) ? testCounts(root, task) : rootCounts(succeeded);
    // A task that broke without a failing test (a crash, a bad config) is a failure all the same.
    const failed = succeeded ? counts.failed : Math.max(counts.failed, 1);
    return { name: taskName(task), ...counts, failed, replayed: task.replayed, output };
  });
}

/** The name people know a task by: the folder of a package, or the script of the root. */
export function taskName({ id, folder }: Pick<FinishedTask, 'id' | 'folder'>): string {
  return folder === '' ? id.replace('//#', '') : folder;
}

const isTest = ({ id }: FinishedTask): boolean => id.endsWith('#test');

const rootCounts = (succeeded: boolean) => ({ passed: succeeded ? 1 : 0, failed: 0, skipped: [] });

function testCounts(root: string, { folder, exitCode }: FinishedTask) {
  const results = readTestResults(join(root, folder));
  if (results !== undefined) return results;
  // No test can have passed unseen: a package whose results are missing has failed.
  return { passed: 0, failed: exitCode === 0 ? 1 : 0, skipped: [] };
}
