import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../process-life.ts';

/** A lock is held for some milliseconds; whoever holds one for so long was stopped. */
const HELD_AT_MOST_MS = 2_000;
/** Who still has no lock by then meets one that cannot be removed. */
const WAIT_AT_MOST_MS = 10_000;
const LOOK_EVERY_MS = 5;

/**
 * Lets one process at a time change a file. A lock whose owner was killed is taken over. Where no lock
 * can be had, as on a disk that takes no new files, the work is done without one: what it is worth
 * shows when the file itself is written.
 */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${path}.lock`;
  const mark = `${process.pid} ${randomUUID()}`;
  const isOurs = await acquire(lock, mark, path);
  try {
    return await work();
  } finally {
    if (isOurs && (await ownerOf(lock)) === mark) await rm(lock, { force: true });
  }
}

async function acquire(lock: string, mark: string, path: string): Promise<boolean> {
  let owner = '';
  let since = performance.now();
  const giveUpAt = since + WAIT_AT_MOST_MS;
  while (performance.now() < giveUpAt) {
    const outcome = await tryToAcquire(lock, mark);
    if (outcome !== 'taken') return outcome === 'ours';
    const now = await ownerOf(lock);
    if (now !== owner) since = performance.now();
    owner = now;
    if (isStale(owner, since)) await removeStale(lock, owner, path);
    await pause(LOOK_EVERY_MS * (1 + Math.random()));
  }
  return false;
}

async function tryToAcquire(lock: string, mark: string): Promise<'ours' | 'taken' | 'impossible'> {
  // Where a file lies in the place of the folder, this fails as if the lock were taken.
  if (!(await hasHappened(mkdir(dirname(lock), { recursive: true })))) return 'impossible';
  try {
    await writeFile(lock, mark, { flag: 'wx' });
    return 'ours';
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isTaken ? 'taken' : 'impossible';
  }
}

function isStale(owner: string, since: number): boolean {
  // A lock without an owner is one that is being written at this moment.
  const isOrphaned = owner !== '' && !isAlive(Number.parseInt(owner, 10));
  return isOrphaned || performance.now() - since > HELD_AT_MOST_MS;
}

/** Its owner was killed, and may have left a file half-written beside it. */
async function removeStale(lock: string, owner: string, path: string): Promise<void> {
  const removed = `${lock}.${randomUUID()}`;
  if (!(await hasHappened(rename(lock, removed)))) return;
  // Somebody else was quicker, and this is the lock of the next owner: it goes back.
  if ((await ownerOf(removed)) !== owner) await hasHappened(link(removed, lock));
  else await removeHalfWritten(path);
  await rm(removed, { force: true });
}

async function removeHalfWritten(path: string): Promise<void> {
  const names = await readdir(dirname(path));
  const halves = names.filter(
    (name) => name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'),
  );
  for (const name of halves) await rm(join(dirname(path), name), { force: true });
}

async function ownerOf(lock: string): Promise<string> {
  return await readFile(lock, 'utf8').catch(() => '');
}

function hasHappened(step: Promise<unknown>): Promise<boolean> {
  return step.then(
    () => true,
    () => false,
  );
}
