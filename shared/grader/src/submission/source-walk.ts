import { constants, type Dirent } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSource, isSourceFolder } from './allowed-name.ts';
import { SubmissionError } from './submission-error.ts';

/** A file of a submission, read. */
export interface SourceFile {
  /** Below the submission's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MOST_ENTRIES = 2000;
const MOST_FILES = 200;
const MOST_DEPTH = 8;
const KIBIBYTE = 1024;
const MOST_FILE_BYTES = 256 * KIBIBYTE;
const MOST_BYTES = 1024 * KIBIBYTE;

// A link is not opened, and a pipe that nobody writes to does not keep us waiting.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The sources below a folder that nobody trusts: plain files with plain names, no link followed.
 * It stops as soon as a limit is passed, so that a hundred thousand files cost no more than a few.
 *
 * @throws {SubmissionError} when there is more than fits.
 */
export async function readSources(folder: string): Promise<SourceFile[]> {
  const walk = new SourceWalk(folder);
  await walk.into('', 1);
  return walk.files;
}

class SourceWalk {
  readonly files: SourceFile[] = [];
  readonly #folder: string;
  #entries = 0;
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async into(below: string, depth: number): Promise<void> {
    for await (const entry of await opendir(join(this.#folder, below))) {
      this.#entries += 1;
      if (this.#entries > MOST_ENTRIES) {
        throw SubmissionError.tooMuch(`${MOST_ENTRIES} files and folders`);
      }
      await this.#takeIn(entry, below, depth);
    }
  }

  async #takeIn(entry: Dirent, below: string, depth: number): Promise<void> {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && isSourceFolder(entry.name)) {
      if (depth === MOST_DEPTH)
        throw SubmissionError.tooMuch(`${MOST_DEPTH} folders in each other`);
      await this.into(path, depth + 1);
    } else if (entry.isFile() && isSource(entry.name)) {
      await this.#read(path);
    }
  }

  async #read(path: string): Promise<void> {
    const bytes = await readPlainFile(join(this.#folder, path));
    if (bytes === undefined) return;
    this.files.push({ path, bytes });
    this.#bytes += bytes.length;
    if (bytes.length > MOST_FILE_BYTES) {
      throw SubmissionError.tooMuch(`${MOST_FILE_BYTES / KIBIBYTE} KiB in the file ${path}`);
    }
    if (this.#bytes > MOST_BYTES) throw SubmissionError.tooMuch(`${MOST_BYTES / KIBIBYTE} KiB`);
    if (this.files.length > MOST_FILES) throw SubmissionError.tooMuch(`${MOST_FILES} files`);
  }
}

/** The bytes, up to one more than is allowed; `undefined` for what is no file by now. */
async function readPlainFile(path: string): Promise<Uint8Array | undefined> {
  await using file = await open(path, FLAGS).catch(ignoreUnreadable);
  const stats = await file?.stat();
  if (file === undefined || stats?.isFile() !== true) return undefined;
  // Thousands of buffers of the limit's size leave this process's memory in pieces, and it grows.
  const bytes = new Uint8Array(Math.min(stats.size, MOST_FILE_BYTES) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length === bytes.length) return bytes.subarray(0, length);
  }
}

const UNREADABLE = new Set(['ELOOP', 'ENOENT', 'EACCES', 'EPERM', 'ENXIO', 'EMLINK']);

/** A machine that cannot open any more files is no fault of the learner. */
function ignoreUnreadable(error: NodeJS.ErrnoException): undefined {
  if (!UNREADABLE.has(error.code ?? '')) throw error;
}
