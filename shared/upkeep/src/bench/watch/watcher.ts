import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { PseudoTerminal } from './pseudo-terminal.ts';

/** How long a person takes at least from one verdict to the next save, in milliseconds. */
const PACE_MS = 500;

interface Watched {
  readonly cwd: string;
  readonly words: readonly string[];
  /** The file that is saved, absolute. */
  readonly file: string;
  /** Whether what was written since a save holds the verdict on it. */
  readonly hasVerdict: (written: string) => boolean;
}

/** A command that watches a file and shows a verdict after each save. */
export class Watcher implements AsyncDisposable {
  readonly #watched: Watched;
  readonly #terminal: PseudoTerminal;
  readonly #text: string;
  #saves = 0;

  private constructor(watched: Watched, text: string) {
    this.#watched = watched;
    this.#text = text;
    this.#terminal = new PseudoTerminal(watched);
  }

  /** Resolves when the first verdict is on the screen. */
  static async open(watched: Watched): Promise<Watcher> {
    const watcher = new Watcher(watched, await readFile(watched.file, 'utf8'));
    await watcher.#terminal.shows(watched.hasVerdict);
    return watcher;
  }

  /** Saves, as an editor does, and gives the milliseconds until the verdict is on the screen. */
  async save(paceMs = PACE_MS): Promise<number> {
    await pause(paceMs);
    this.#saves += 1;
    this.#terminal.clear();
    const began = performance.now();
    await writeFile(this.#watched.file, `${this.#text}// save ${this.#saves}\n`);
    await this.#terminal.shows(this.#watched.hasVerdict);
    return performance.now() - began;
  }

  pid(): Promise<number> {
    return this.#terminal.pid();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#terminal[Symbol.asyncDispose]();
  }
}
