import { record } from './recorder.ts';

/**
 * Lets the process go away by itself. If something still holds it after the grace, that is noted
 * and the process is ended.
 */
export function endAfterGrace(graceMs: number): void {
  setTimeout(() => {
    record({ t: 'handles', kinds: process.getActiveResourcesInfo() });
    process.exit();
  }, graceMs).unref();
}
