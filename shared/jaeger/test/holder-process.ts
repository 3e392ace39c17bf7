import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('fixtures/jaeger-holder.ts', import.meta.url));

/** A process that holds Jaeger containers, and what it said so far. */
export class HolderProcess implements AsyncDisposable {
  readonly lines: string[] = [];
  readonly ended: Promise<unknown>;
  readonly #process: ChildProcess;

  constructor(...steps: string[]) {
    const holder = spawn(process.execPath, [program, ...steps], {
      detached: true,
      env: { ...process.env, TESTCONTAINERS_RYUK_DISABLED: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: holder.stdout }).on('line', (line) => this.lines.push(line));
    createInterface({ input: holder.stderr }).on('line', (line) => this.lines.push(line));
    this.ended = once(holder, 'close');
    this.#process = holder;
  }

  /** The ids that its containers are labelled with, as far as it got. */
  get ids(): string[] {
    return this.lines.flatMap((line) => /^creating (\S+)/.exec(line)?.[1] ?? []);
  }

  /** The first word of each line. */
  get words(): string[] {
    return this.lines.map((line) => line.split(' ')[0] ?? '');
  }

  /** As a terminal does it: the signal goes to the whole process group. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const { pid, exitCode, signalCode } = this.#process;
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, signal);
    await this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill('SIGKILL');
  }
}
