import type { ControlGroup } from './control-group.ts';
import type { Limits } from './limits.ts';

/** Goes into the groups first, so that nothing is ever outside of them. */
const SCRIPT = 'while [ "$1" != -- ]; do echo $$ >"$1" || exit; shift; done; shift; exec "$@"';

/** Where no group counts tasks, all of a person's processes share one limit; see the README. */
const SPARE_TASKS = 4096;

/** A command that keeps the limits, and all that it starts with it. */
export function limitedCommand(
  command: readonly string[],
  limits: Limits,
  group: ControlGroup | undefined,
): [command: string, ...args: string[]] {
  const ranked = ['prlimit', ...resourceLimits(limits, group === undefined), '--', ...command];
  return ['/bin/sh', '-c', SCRIPT, 'limited', ...(group?.entrances ?? []), '--', ...ranked];
}

function resourceLimits(
  { cpuSeconds, fileBytes, openFiles, memoryBytes }: Limits,
  isAlone: boolean,
): string[] {
  return [
    '--core=0',
    // The signal first, which says why; a second later the kill, which cannot be refused.
    `--cpu=${cpuSeconds}:${cpuSeconds + 1}`,
    `--fsize=${fileBytes}`,
    `--nofile=${openFiles}`,
    ...(isAlone ? [`--data=${2 * memoryBytes}`, `--nproc=${SPARE_TASKS}`] : []),
  ];
}
