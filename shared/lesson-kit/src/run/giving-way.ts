import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Of 19 steps down. It gets what is left, and on a busy machine still a tenth of a core. */
const STEPS_DOWN = 10;

/**
 * Has a process that was only now started wait for those that more depends on, where there are not
 * enough cores for all. Where the system does not know of such a thing it takes its turn as any other.
 */
export function giveWay(pid: number): void {
  try {
    setPriority(pid, STEPS_DOWN);
    // Linux weighs sessions against each other, and each run has its own: the step above counts
    // within it alone. See sched(7), "The autogroup feature".
    writeFileSync(`/proc/${pid}/autogroup`, String(STEPS_DOWN));
  } catch {
    // It has ended, or there are no such groups.
  }
}
