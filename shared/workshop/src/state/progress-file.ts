import { constants, copyFile, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readablePath } from '@tracelings/lesson-kit';
import {
  type Progress,
  ProgressError,
  parseProgress,
  untouched,
  writeProgress,
} from './progress.ts';
import { writeWhole } from './whole-file.ts';

/** Progress on disk. Every write is whole or not at all; nothing that was there is ever lost. */
export class ProgressFile {
  readonly path: string;
  readonly #tell: (notice: string) => void;
  #lastUpdate: Promise<void> = Promise.resolve();

  /** @param tell takes a sentence for the learner, when a file had to be kept aside */
  constructor(path: string, tell: (notice: string) => void) {
    this.path = path;
    this.#tell = tell;
  }

  async read(): Promise<Progress> {
    const text = await readFile(this.path, 'utf8').catch(emptyWhenMissing);
    if (text === undefined) return untouched;
    try {
      return parseProgress(text);
    } catch (error) {
      if (!(error instanceof ProgressError)) throw error;
      const kept = await this.#keepAside();
      this.#tell(`${readablePath(this.path)} could not be read: ${error.message}.
Progress starts afresh, and the old file is kept as ${readablePath(kept)}.`);
      return untouched;
    }
  }

  /** One after the other: a key and a verdict may have something to note at the same moment. */
  async update(change: (progress: Progress) => Progress): Promise<void> {
    const before = this.#lastUpdate;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastUpdate = promise;
    await before;
    try {
      await this.#updateNow(change);
    } finally {
      resolve();
    }
  }

  /** Reads again before it writes, so that what another terminal noted in the meantime stays. */
  async #updateNow(change: (progress: Progress) => Progress): Promise<void> {
    const before = await this.read();
    const after = change(before);
    if (writeProgress(after) === writeProgress(before)) return;
    try {
      await writeWhole(this.path, writeProgress(after));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell(`Progress could not be noted in ${readablePath(this.path)}: ${reason}`);
    }
  }

  async #keepAside(): Promise<string> {
    for (let number = 1; ; number += 1) {
      const kept = join(dirname(this.path), `state.kept-${number}.json`);
      try {
        await copyFile(this.path, kept, constants.COPYFILE_EXCL);
        await rm(this.path, { force: true });
        return kept;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
    }
  }
}

function emptyWhenMissing(error: unknown): undefined {
  if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
  throw error;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
