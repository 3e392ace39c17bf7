import { constants, copyFile, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readablePath } from '@tracelings/lesson-kit';
import { isDirectory } from '../lesson/learner-copy.ts';
import {
  type Progress,
  ProgressError,
  parseProgress,
  untouched,
  writeProgress,
} from './progress.ts';
import { withLock } from './file-lock.ts';
import { writeWhole } from './whole-file.ts';

/** Progress on disk. Every write is whole or not at all; nothing that was there is ever lost. */
export class ProgressFile {
  readonly path: string;
  readonly #tell: (notice: string) => void;
  #lastUpdate: Promise<void> = Promise.resolve();
  /** What is said once is not said again at every save. */
  #isRefused = false;

  /** @param tell takes a sentence for the learner, when a file had to be kept aside */
  constructor(path: string, tell: (notice: string) => void) {
    this.path = path;
    this.#tell = tell;
  }

  async read(): Promise<Progress> {
    try {
      return await this.#parse();
    } catch (error) {
      if (!(error instanceof ProgressError)) throw error;
      return await withLock(this.path, () => this.#readOrKeepAside());
    }
  }

  /**
   * Notes a change on top of what is there by then, so that neither a key and a verdict nor two
   * terminals undo what the other has noted.
   */
  async update(change: (progress: Progress) => Progress): Promise<void> {
    const before = this.#lastUpdate;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastUpdate = promise;
    await before;
    try {
      if (await this.#isNews(change)) {
        await withLock(this.path, () => this.#updateNow(change));
      }
    } finally {
      resolve();
    }
  }

  /** Most saves change nothing that is noted. */
  async #isNews(change: (progress: Progress) => Progress): Promise<boolean> {
    const before = await this.read();
    return writeProgress(change(before)) !== writeProgress(before);
  }

  async #updateNow(change: (progress: Progress) => Progress): Promise<void> {
    const after = change(await this.#readOrKeepAside());
    try {
      await writeWhole(this.path, writeProgress(after));
    } catch (error) {
      if (!this.#isRefused) this.#tell(this.#refusal(error));
      this.#isRefused = true;
    }
  }

  #refusal(error: unknown): string {
    // The system's reason; what comes behind it is the name of a file that nobody knows.
    const [reason] = String(error instanceof Error ? error.message : error).split(', ', 1);
    return `Progress could not be noted in ${readablePath(this.path)}: ${reason}.
npm run doctor says how to mend it. What you reach meanwhile is not remembered.`;
  }

  async #parse(): Promise<Progress> {
    const text = await readFile(this.path, 'utf8').catch(explainUnreadable);
    return text === undefined ? untouched : parseProgress(text);
  }

  async #readOrKeepAside(): Promise<Progress> {
    try {
      return await this.#parse();
    } catch (error) {
      if (!(error instanceof ProgressError)) throw error;
      const kept = await this.#keepAside();
      this.#tell(`${readablePath(this.path)} could not be read: ${error.message}.
Progress starts afresh, and the old file is kept as ${readablePath(kept)}.`);
      return untouched;
    }
  }

  async #keepAside(): Promise<string> {
    for (let number = 1; ; number += 1) {
      const kept = join(dirname(this.path), `state.kept-${number}.json`);
      try {
        await moveUnlessThere(this.path, kept);
        return kept;
      } catch (error) {
        if (!isCode(error, 'EEXIST', 'ENOTEMPTY', 'ENOTDIR')) throw error;
      }
    }
  }
}

async function moveUnlessThere(path: string, kept: string): Promise<void> {
  // What a folder takes the place of is an empty folder at most.
  if (await isDirectory(path)) return await rename(path, kept);
  await copyFile(path, kept, constants.COPYFILE_EXCL);
  await rm(path, { force: true });
}

/** No file is no progress yet. */
function explainUnreadable(error: unknown): undefined {
  if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
  if (isCode(error, 'EISDIR')) throw new ProgressError('damaged', 'it is a folder');
  throw error;
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
