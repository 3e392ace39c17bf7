import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { keeperLabel } from './container-removal.ts';

const keeperProgram = fileURLToPath(new URL('keeper-process.ts', import.meta.url));

/**
 * Sees to it that a container does not outlive this process, however the process ends.
 *
 * testcontainers leaves that to a second container, the reaper; where the reaper is switched off
 * nobody would do it, and no handler in this process survives a kill -9. So a small process of its
 * own holds the other end of a pipe. The kernel closes the pipe when this process is gone, and the
 * keeper then removes every container with this keeper's label and ends.
 */
export class ContainerKeeper {
  readonly id = randomUUID();
  readonly label: Readonly<Record<string, string>> = { [keeperLabel]: this.id };
  readonly #process: ChildProcessByStdio<Writable, null, null>;

  private constructor() {
    const { NODE_OPTIONS: _, ...env } = process.env;
    // Detached: a Ctrl-C in the terminal goes to the whole process group, and must not reach it.
    this.#process = spawn(process.execPath, [keeperProgram, this.id], {
      detached: true,
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#process.unref();
    if (this.#process.stdin instanceof Socket) this.#process.stdin.unref();
    // A keeper that somebody killed has closed its end; stopping the container must not crash on it.
    this.#process.stdin.on('error', () => undefined);
  }

  /** Await it before the container is created, so that there is no moment without a keeper. */
  static async spawn(): Promise<ContainerKeeper> {
    const keeper = new ContainerKeeper();
    await once(keeper.#process, 'spawn');
    return keeper;
  }

  /** Call it once the container is removed. Resolves when the keeper has ended too. */
  async release(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.ref();
    this.#process.stdin.end('release\n');
    await ended;
  }
}

/** Whether testcontainers was told to start no reaper. */
export function reaperIsOff(): boolean {
  return process.env['TESTCONTAINERS_RYUK_DISABLED'] === 'true';
}
