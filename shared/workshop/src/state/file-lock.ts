import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../process-life.ts';

/** A lock is held for some milliseconds; who waits longer than this meets one that nobody gives back. */
const WAIT_AT_MOST_MS = 3_000;
const LOOK_EVERY_MS = 5;

/**
 * Lets one process at a time change a file. A lock whose owner was killed is taken over. Where no lock
 * can be had, as on a disk that takes no new files, the work is done without one: what it is worth
 * shows when the file itself is written.
 */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${path}.lock`;
  const isOurs = await acquire(lock, path);
  try {
    return await work();
  } finally {
    if (isOurs) await rm(lock, { force: true });
  }
}

async function acquire(lock: string, path: string): Promise<boolean> {
  const until = performance.now() + WAIT_AT_MOST_MS;
  while (performance.now() < until) {
    const outcome = await tryToAcquire(lock);
    if (outcome !== 'taken') return outcome === 'ours';
    await removeWhenStale(lock, path);
    await pause(LOOK_EVERY_MS * (1 + Math.random()));
  }
  return false;
}

async function tryToAcquire(lock: string): Promise<'ours' | 'taken' | 'impossible'> {
  try {
    await mkdir(dirname(lock), { recursive: true });
    await writeFile(lock, `${process.pid} ${randomUUID()}`, { flag: 'wx' });
    return 'ours';
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isTaken ? 'taken' : 'impossible';
  }
}

/** Its owner was killed, and may have left a file half-written beside it. */
async function removeWhenStale(lock: string, path: string): Promise<void> {
  const seen = await ownerOf(lock);
  // A lock without an owner is one that is being written at this moment.
  if (seen === '' || isAlive(Number.parseInt(seen, 10))) return;
  const removed = `${lock}.${randomUUID()}`;
  if (!(await hasHappened(rename(lock, removed)))) return;
  // Somebody else was quicker, and this is the lock of the next owner: it goes back.
  if ((await ownerOf(removed)) !== seen) await hasHappened(link(removed, lock));
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
