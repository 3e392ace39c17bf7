import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asRecord } from '../record.ts';
import { testResultsFile } from '../test-results.ts';
import { forgetStaleEntries } from './stale-entries.ts';
import { taskEnvironment } from './task-environment.ts';
import type { JaegerForTasks } from './task-environment.ts';
import { taskResults } from './task-result.ts';
import type { TaskResult } from './task-result.ts';
import { runTurbo } from './turbo-run.ts';

export interface ProofOptions {
  readonly root: string;
  readonly force: boolean;
  readonly jaeger: JaegerForTasks;
  readonly signal: AbortSignal;
  readonly onStart: (task: string) => void;
}

export interface Proof {
  readonly results: readonly TaskResult[];
  /** Sentences for people: what was odd about this run. */
  readonly notes: readonly string[];
}

/** Runs every task of the repository that its files, as they are now, do not already answer. */
export async function prove({ root, jaeger, ...options }: ProofOptions): Promise<Proof> {
  const tasks = taskNames(root);
  const env = taskEnvironment(root, jaeger);
  // A package that breaks before its tests start must not be counted by the results of last time.
  for (const file of globSync(testResultsFile(join(root, '*/*')))) rmSync(file);
  const run = await runTurbo({ root, tasks, env, ...options });
  if (options.signal.aborted) return { results: [], notes: [] };
  if (run.tasks.length === 0) throw new Error(`turbo ran nothing.\n${run.complaints}`);
  const stale = await forgetStaleEntries(run.tasks, { root, tasks, env, signal: options.signal });
  return { results: taskResults(root, run), notes: changedWhileRunning(stale) };
}

/** `test` of every package, and each task of the root: what turbo.json names is what is proved. */
function taskNames(root: string): string[] {
  const config = asRecord(JSON.parse(readFileSync(join(root, 'turbo.json'), 'utf8')));
  const atRoot = Object.keys(asRecord(config['tasks'])).filter((name) => name.startsWith('//#'));
  return ['test', ...atRoot.map((name) => name.replace('//#', ''))];
}

function changedWhileRunning(tasks: readonly string[]): string[] {
  if (tasks.length === 0) return [];
  return [`Files changed while these ran, so they will run again next time: ${tasks.join(', ')}.`];
}
