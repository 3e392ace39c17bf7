import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const atMostMs = 60_000;

interface Command {
  readonly cwd: string;
  readonly words: readonly string[];
}

/**
 * One command in a pseudo-terminal of tmux, and every byte it writes there as soon as it is written:
 * tmux hands them on in its control mode.
 */
export class PseudoTerminal implements AsyncDisposable {
  readonly #name = `tracelings-bench-${randomUUID()}`;
  readonly #words: readonly string[];
  readonly #client: ChildProcessByStdio<Writable, Readable, null>;
  #written = '';
  #rest = '';
  #look: () => void = () => {};

  constructor({ cwd, words }: Command) {
    this.#words = words;
    const { TMUX: _outer, CI: _ci, ...env } = process.env;
    const size = ['-x', '100', '-y', '60'];
    const command = `exec ${words.map((word) => `'${word}'`).join(' ')}`;
    this.#client = spawn(
      'tmux',
      [...this.#server, '-C', 'new-session', ...size, '-c', cwd, command],
      { env, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    this.#client.stdout.setEncoding('utf8').on('data', (text: string) => this.#take(text));
  }

  /** Forgets what was written so far. */
  clear(): void {
    this.#written = '';
  }

  /** Resolves as soon as what was written since `clear` holds what is sought. */
  async shows(sought: (written: string) => boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const tooLong = setTimeout(() => reject(new Error(this.#complaint())), atMostMs);
    this.#look = () => sought(this.#written) && resolve();
    this.#look();
    await promise.finally(() => clearTimeout(tooLong));
    this.#look = () => {};
  }

  /** The process of the command. */
  async pid(): Promise<number> {
    const asked = ['display-message', '-p', '#{pane_pid}'];
    const { stdout } = await exec('tmux', [...this.#server, ...asked]);
    return Number(stdout);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await exec('tmux', [...this.#server, 'kill-server']).catch(() => {});
    this.#client.stdin.end();
  }

  get #server(): string[] {
    return ['-L', this.#name, '-f', '/dev/null', '-u'];
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, output] = /^%output %\d+ (.*)$/.exec(line) ?? [];
      if (output !== undefined) this.#written += unescaped(output);
    }
    this.#look();
  }

  #complaint(): string {
    return `Waited ${atMostMs} ms for the verdict of: ${this.#words.join(' ')}\nWhat was written meanwhile:\n${this.#written}`;
  }
}

/** Control mode writes what is no letter as a backslash and three octal digits. */
function unescaped(output: string): string {
  return output.replaceAll(/\\(\d{3})/g, (_all, octal: string) =>
    String.fromCodePoint(Number.parseInt(octal, 8)),
  );
}
