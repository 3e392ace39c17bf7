import { readFileSync } from 'node:fs';
import type { ExpectStatic } from 'vitest';

/** Whether a process runs; one that has ended and that nobody has asked about yet does not. */
function isAlive(pid: unknown): boolean {
  try {
    return process.kill(Number(pid), 0) && !isZombie(pid);
  } catch {
    return false;
  }
}

/** Waits until a process has ended. It was told to, so all that is waited for is the system. */
export async function expectGone(expect: ExpectStatic, pid: unknown): Promise<void> {
  expect(pid, 'the number of the process').toBeTypeOf('number');
  await expect
    .poll(() => isAlive(pid), { message: `process ${String(pid)} has ended`, timeout: 10_000 })
    .toBe(false);
}

function isZombie(pid: unknown): boolean {
  return (
    process.platform === 'linux' && / Z /.test(readFileSync(`/proc/${Number(pid)}/stat`, 'latin1'))
  );
}
