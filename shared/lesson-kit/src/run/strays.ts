import { readdirSync, readFileSync } from 'node:fs';
import { RUN_MARK } from './run-mark.ts';

/** A process may start others while it is looked for; more rounds than this take none. */
const MOST_ROUNDS = 10;

/**
 * Ends what a run's process has started and left, and tells whether there was anything. Found
 * by the mark in its environment, which only Linux shows; elsewhere nothing is found.
 *
 * Only processes younger than the run's own are looked at, so it costs about a millisecond.
 */
export function endStrays(mark: string, pid: number): boolean {
  let round = 0;
  while (round < MOST_ROUNDS && strays(mark, pid).map(kill).length > 0) {
    round += 1;
  }
  return round > 0;
}

function strays(mark: string, pid: number): number[] {
  const sought = `${RUN_MARK}=${mark}`;
  return youngerThan(pid).filter((candidate) =>
    textOf(`/proc/${candidate}/environ`).includes(sought),
  );
}

/** Numbers grow from process to process, until they begin anew. */
function youngerThan(pid: number): number[] {
  const newest = Number(textOf('/proc/loadavg').split(' ').at(-1));
  const beganAnew = !(newest >= pid);
  return processes().filter((candidate) => (beganAnew && candidate !== pid) || candidate > pid);
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
