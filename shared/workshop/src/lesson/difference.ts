import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './same-files.ts';

/** How one file differs between two folders. */
export interface FileDifference {
  /** Relative to both folders. */
  readonly name: string;
  readonly isInOld: boolean;
  readonly isInNew: boolean;
  /** None where the file is no text, or is too large to be compared in good time. */
  readonly hunks: readonly StructuredPatchHunk[] | undefined;
}

const contextLines = 3;
const atMostMs = 2_000;

/** The files that differ, in the order of their names. */
export async function folderDifference(
  oldFolder: string,
  newFolder: string,
): Promise<FileDifference[]> {
  const [before, after] = await Promise.all([filesOf(oldFolder), filesOf(newFolder)]);
  const names = [...new Set([...before, ...after])].toSorted();
  const differences = names.map((name) => fileDifference(name, oldFolder, newFolder));
  return (await Promise.all(differences)).filter((difference) => difference !== undefined);
}

async function fileDifference(
  name: string,
  oldFolder: string,
  newFolder: string,
): Promise<FileDifference | undefined> {
  const [before, after] = await Promise.all([
    readIfThere(join(oldFolder, name)),
    readIfThere(join(newFolder, name)),
  ]);
  if (before !== undefined && after !== undefined && before.equals(after)) return undefined;
  const inFolders = { name, isInOld: before !== undefined, isInNew: after !== undefined };
  return { ...inFolders, hunks: hunksOf(before ?? Buffer.of(), after ?? Buffer.of()) };
}

function hunksOf(before: Buffer, after: Buffer): StructuredPatchHunk[] | undefined {
  if (before.includes(0) || after.includes(0)) return undefined;
  const options = { context: contextLines, timeout: atMostMs };
  return structuredPatch('', '', String(before), String(after), '', '', options)?.hunks;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
