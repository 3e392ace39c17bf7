import { lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentHash } from '../version/content-hash.ts';
import { type SourceFile, readSources } from './source-walk.ts';
import { SubmissionError } from './submission-error.ts';
import { TypeStripper } from './type-stripper.ts';

const stripper = new TypeStripper();

/** The sources of a submission in a folder of ours, which nothing of the submission can write. */
export interface CopiedSubmission extends AsyncDisposable {
  readonly directory: string;
  /** Whether the types are gone from the sources, so that Node need not strip them. */
  readonly isPlain: boolean;
  /** SHA-256 of the files and their names as they were handed in, in hex. */
  readonly hash: string;
}

/**
 * Copies what may be run of a folder that nobody trusts: source files and folders by an allow-list
 * of names, no links, limits on number, size and depth. Whatever else lies there is passed over,
 * among it every package.json and configuration.
 *
 * @throws {SubmissionError} when there is no such folder, no entry in it, or too much.
 */
export async function copySubmission(folder: string, entry: string): Promise<CopiedSubmission> {
  if (!(await isFolder(folder))) throw SubmissionError.missingFolder();
  const files = await readSources(folder);
  if (!files.some(({ path }) => path === entry)) throw SubmissionError.missingEntry(entry);
  const directory = await mkdtemp(join(tmpdir(), 'tracelings-submission-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const plain = await stripper.strip(files);
    await writeAll(directory, plain ?? files);
    const isPlain = plain !== undefined;
    return { directory, isPlain, hash: hashOf(files), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function writeAll(directory: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes, { flag: 'wx', mode: 0o644 });
  }
}

function hashOf(files: readonly SourceFile[]): string {
  const whole = new ContentHash();
  for (const { path, bytes } of files) whole.add(path, bytes);
  return whole.digest();
}
