import { accessSync, constants, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Of the packs in a folder: which is the newest, and what it was made of. */
interface PackRecord {
  /** Absolute path of its folder. */
  readonly folder: string;
  /** The version of Node that it was made with. */
  readonly node: string;
  readonly files: readonly FileState[];
}

/** As much of a file as tells whether it has changed. */
interface FileState {
  readonly path: string;
  readonly changedAtMs: number;
  readonly size: number;
}

/** The newest pack in a folder of packs, if packing now would make no other one. */
export function freshPack(packs: string): string | undefined {
  const record = readRecord(packs);
  if (record?.node !== process.version || !isReadable(record.folder)) return undefined;
  if (!isWithin(packs, record.folder)) return undefined;
  return record.files.every(isUnchanged) ? record.folder : undefined;
}

/** Makes a pack in a folder of packs the newest of them. Its files are those that it was made of. */
export function recordPack(packs: string, folder: string, files: Iterable<string>): void {
  const states = [...files].flatMap((path) => stateOf(path) ?? []);
  const record: PackRecord = { folder, node: process.version, files: states };
  // Several may do this at the same time: whoever is last is the newest, and all of them are right.
  const draft = join(folder, 'record.json');
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, recordOf(packs));
}

/** When a file or folder last changed, in milliseconds since 1970; `undefined` when it is not there. */
export function changeOf(path: string): number | undefined {
  return stateOf(path)?.changedAtMs;
}

/** A copy of a repository brings the record along, which speaks of the files that it was copied from. */
function isWithin(packs: string, folder: string): boolean {
  return !relative(packs, folder).startsWith('..');
}

/** Somebody else may have packed, and kept it to themselves. */
function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function stateOf(path: string): FileState | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { path, changedAtMs: found.mtimeMs, size: found.size };
}

function isUnchanged({ path, changedAtMs, size }: FileState): boolean {
  const now = stateOf(path);
  return now?.changedAtMs === changedAtMs && now.size === size;
}

function readRecord(packs: string): PackRecord | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above
    return JSON.parse(readFileSync(recordOf(packs), 'utf8')) as PackRecord;
  } catch {
    return undefined;
  }
}

function recordOf(packs: string): string {
  return join(packs, 'newest.json');
}
