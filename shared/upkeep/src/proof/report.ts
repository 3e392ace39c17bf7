import { styleText } from 'node:util';
import type { SkippedTest } from '../test-results.ts';
import type { TaskResult } from './task-result.ts';

/** The whole report on a proof: what failed in its own words, a line a task, what was skipped. */
export function report(results: readonly TaskResult[], notes: readonly string[]): string {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const blocks = [
    ...results.filter(hasFailed).map(failure),
    results.map((result) => taskLine(result, width)).join('\n'),
    ...skips(results.flatMap(({ skipped }) => skipped)),
    ...notes,
    totalLine(results),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** `12 passed, 0 failed`: always the last line, so that a machine can read it. */
export function totalLine(results: readonly Pick<TaskResult, 'passed' | 'failed'>[]): string {
  const sum = (key: 'passed' | 'failed') => results.reduce((total, one) => total + one[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

export function hasFailed({ failed }: Pick<TaskResult, 'failed'>): boolean {
  return failed > 0;
}

function failure({ name, output }: TaskResult): string {
  const words = output.join('\n').trim() || 'It ended with an error and printed nothing.';
  return `${styleText('red', `── ${name} ──`)}\n${words}`;
}

function taskLine(result: TaskResult, width: number): string {
  const { name, passed, failed, skipped, replayed } = result;
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [styleText('red', `${failed} failed`)] : []),
    ...(skipped.length > 0 ? [styleText('yellow', `${skipped.length} skipped`)] : []),
    ...(replayed ? [styleText('dim', 'unchanged')] : []),
  ];
  const mark = hasFailed(result) ? styleText('red', '✗') : styleText('green', '✓');
  return `${mark} ${name.padEnd(width)}  ${counts.join(', ')}`;
}

/** One line a reason: forty tests without a container engine are one thing to know, not forty. */
function skips(skipped: readonly SkippedTest[]): string[] {
  const byReason = Map.groupBy(skipped, ({ reason }) => reason);
  return [...byReason].map(
    ([reason, tests]) =>
      `${styleText('yellow', `Skipped ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}:`)} ${reason}`,
  );
}
