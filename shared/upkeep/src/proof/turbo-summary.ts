import { asRecord } from '../record.ts';

/** A task as turbo's run summary tells of it. */
export interface FinishedTask {
  /** As `@tracelings/jaeger#test`; a root task is `//#lint`. */
  readonly id: string;
  readonly hash: string;
  /** Its package's folder, from the root. */
  readonly folder: string;
  readonly replayed: boolean;
  /** Undefined for a task that never ended, or in a dry run. */
  readonly exitCode: number | undefined;
}

/** Reads a run summary or a dry run; tasks without a command (`transit`) are left out. */
export function parseSummary(json: string): { tasks: readonly FinishedTask[] } {
  const summary: unknown = JSON.parse(json);
  const tasks = field(summary, 'tasks');
  if (!Array.isArray(tasks)) throw new Error("turbo's run summary lists no tasks.");
  return { tasks: tasks.filter(hasCommand).map(finishedTask) };
}

function hasCommand(task: unknown): boolean {
  const command = field(task, 'command');
  return typeof command === 'string' && command !== '' && command !== '<NONEXISTENT>';
}

function finishedTask(task: unknown): FinishedTask {
  const exitCode = field(field(task, 'execution'), 'exitCode');
  return {
    id: text(task, 'taskId'),
    hash: text(task, 'hash'),
    folder: text(task, 'directory'),
    replayed: field(field(task, 'cache'), 'status') === 'HIT',
    exitCode: typeof exitCode === 'number' ? exitCode : undefined,
  };
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  if (typeof found !== 'string') throw new Error(`turbo's run summary has a task without ${name}.`);
  return found;
}

function field(value: unknown, name: string): unknown {
  return asRecord(value)[name];
}
