import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TaskKeeper } from './task-keeper.ts';
import { parseLogLine } from './turbo-log.ts';
import { parseSummary } from './turbo-summary.ts';
import type { FinishedTask } from './turbo-summary.ts';

export interface TurboOptions {
  readonly root: string;
  readonly tasks: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Run everything, whatever the cache holds. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  /** Called when a task starts that was not found in the cache. */
  readonly onStart: (taskId: string) => void;
}

export interface TurboRun {
  readonly tasks: readonly FinishedTask[];
  /** What each task printed, by its id. */
  readonly output: ReadonlyMap<string, readonly string[]>;
  /** What turbo itself complained of, for the case that it ran nothing at all. */
  readonly complaints: string;
}

/** Runs tasks through turbo, to the end or until the signal; then nothing of it is left running. */
export async function runTurbo(options: TurboOptions): Promise<TurboRun> {
  const { root, force, tasks } = options;
  const flags = ['--json', '--continue=always', '--summarize', ...(force ? ['--force'] : [])];
  removeSummaries(root);
  const { stdout, stderr, gone } = startTurbo(['run', ...tasks, ...flags], options);
  const output = new Map<string, string[]>();
  const complaints = collect(stderr);
  for await (const line of createInterface(stdout)) {
    const message = parseLogLine(line);
    if (message === undefined) continue;
    if (message.startsTask) options.onStart(message.source);
    else if (!message.replaysTask) append(output, message.source, message.text);
  }
  await gone;
  return { tasks: takeSummary(root), output, complaints: await complaints };
}

/** What turbo would run now: the hash of every task, as the files are at this moment. */
export async function taskHashes(
  options: Pick<TurboOptions, 'root' | 'tasks' | 'env' | 'signal'>,
): Promise<ReadonlyMap<string, string>> {
  const { root, env, signal } = options;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [turboProgram, 'run', ...options.tasks, '--dry-run=json'],
    { cwd: root, env, signal, maxBuffer: 2 ** 26 },
  );
  const { tasks } = parseSummary(stdout);
  return new Map(tasks.map(({ id, hash }) => [id, hash]));
}

const turboProgram = fileURLToPath(import.meta.resolve('turbo/bin/turbo'));

interface StartedTurbo {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Resolves when it and every process below it have ended. */
  readonly gone: Promise<void>;
}

function startTurbo(
  args: readonly string[],
  { root, env, signal }: Pick<TurboOptions, 'root' | 'env' | 'signal'>,
): StartedTurbo {
  // A group of its own: Ctrl-C reaches it through the signal, once, and not from the terminal too.
  const child = spawn(process.execPath, [turboProgram, ...args], {
    cwd: root,
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) throw new Error('turbo did not start. Run "npm install" again.');
  const gone = keepUntilClosed(child, new TaskKeeper(child.pid), signal);
  return { stdout: child.stdout, stderr: child.stderr, gone };
}

async function keepUntilClosed(
  child: ChildProcess,
  keeper: TaskKeeper,
  signal: AbortSignal,
): Promise<void> {
  const stop = (): void => keeper.stop();
  signal.addEventListener('abort', stop, { once: true });
  await once(child, 'close');
  signal.removeEventListener('abort', stop);
  await keeper.release();
}

async function collect(stream: Readable): Promise<string> {
  const chunks: string[] = [];
  for await (const line of createInterface(stream)) chunks.push(line);
  return chunks.join('\n');
}

function append(output: Map<string, string[]>, source: string, text: string): void {
  const lines = output.get(source);
  if (lines === undefined) output.set(source, [text]);
  else lines.push(text);
}

const summaries = (root: string): string[] => globSync(join(root, '.turbo/runs/*.json'));

function removeSummaries(root: string): void {
  for (const file of summaries(root)) rmSync(file);
}

function takeSummary(root: string): readonly FinishedTask[] {
  const [file] = summaries(root);
  return file === undefined ? [] : parseSummary(readFileSync(file, 'utf8')).tasks;
}
