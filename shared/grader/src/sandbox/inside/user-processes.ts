import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** The kernel counts processor time in hundredths of a second. */
const TICKS = 100;
/** A process may start others while it is looked for; more rounds than this take none. */
const MOST_ROUNDS = 50;

/** Ends every process of a user, and tells whether there was any. */
export function endUser(user: number, signal: NodeJS.Signals = 'SIGKILL'): boolean {
  let round = 0;
  while (round < MOST_ROUNDS && processesOf(user).map((pid) => end(pid, signal)).length > 0) {
    round += 1;
    if (signal !== 'SIGKILL') break;
  }
  return round > 0;
}

/** What all processes of a user have taken so far, together. */
export function processorSecondsOf(user: number): number {
  return processesOf(user).reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS;
}

/** Those that are not gone but for their number. */
function processesOf(user: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isOf(pid, user));
}

function isOf(pid: number, user: number): boolean {
  return new RegExp(`^State:\\s+[^ZX][^]*^Uid:\\s+${user}\\s`, 'm').test(read(pid, 'status'));
}

/** Fields 14 and 15; the name before them may hold blanks. */
function ticksOf(pid: number): number {
  const fields = read(pid, 'stat').replace(/^.*\)/s, '').split(' ');
  return Number(fields[12] ?? 0) + Number(fields[13] ?? 0);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
