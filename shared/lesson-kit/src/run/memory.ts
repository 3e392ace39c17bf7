import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** What a process holds in memory, in bytes. Only Linux tells; 0 elsewhere and once it is gone. */
export function memoryOf(pid: number | undefined): number {
  try {
    const [, residentPages] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
    return Number(residentPages) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
