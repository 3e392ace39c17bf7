import { repository } from '@tracelings/lesson-kit';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { isAlive } from '../process-life.ts';
import { writeWhole } from './whole-file.ts';

const path = join(repository, '.tracelings', 'jaeger.json');

/** Tells other commands where a Jaeger runs that is sent every run, until it is disposed of. */
export async function noteJaeger(page: string): Promise<AsyncDisposable> {
  await writeWhole(path, JSON.stringify({ page, pid: process.pid })).catch(() => {});
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

/** The page of a Jaeger that another command runs. A note that outlived its command is no news. */
export async function runningJaegerPage(): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const note = text === undefined ? undefined : parse(text);
  return note !== undefined && isAlive(note.pid) ? note.page : undefined;
}

function parse(text: string): { page: string; pid: number } | undefined {
  try {
    const note: unknown = JSON.parse(text);
    if (typeof note !== 'object' || note === null) return undefined;
    const { page, pid } = { page: undefined, pid: undefined, ...note };
    return typeof page === 'string' && typeof pid === 'number' ? { page, pid } : undefined;
  } catch {
    return undefined;
  }
}
