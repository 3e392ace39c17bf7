import { readFileSync } from 'node:fs';

/** What a process holds in memory, in bytes. Only Linux tells; 0 elsewhere and once it is gone. */
export function memoryOf(pid: number | undefined): number {
  try {
    // Not `statm`, which counts in pages, and how large one is differs between machines.
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
