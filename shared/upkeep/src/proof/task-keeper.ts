import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('task-keeper-process.ts', import.meta.url));

/**
 * Ends a process and everything below it, when told to or when this process is gone.
 *
 * No handler survives a kill -9, so a small process of its own holds the other end of a pipe, and
 * acts when the kernel closes it.
 */
export class TaskKeeper {
  readonly #process: ChildProcessByStdio<Writable, null, null>;

  /** @param leader - Process id of a detached child: it leads a process group and a session. */
  constructor(leader: number) {
    this.#process = spawn(process.execPath, [program, String(leader)], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  }

  /** Asks the processes to end, and insists after some seconds. */
  stop(): void {
    this.#process.stdin.end();
  }

  /** Call it once they have ended by themselves. Resolves when the keeper has ended too. */
  async release(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    if (this.#process.stdin.writable) this.#process.stdin.end('release\n');
    await ended;
  }
}
