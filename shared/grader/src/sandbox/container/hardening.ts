import { inside } from '../inside-paths.ts';
import type { ContainerOrder } from './kept-container.ts';
import { NODE_IN_IMAGE } from './node-image.ts';

/** The processes of one run, each with its limit, and as many runs at once as there are services. */
const PROCESSES_AT_ONCE = 8;
const MEMORY_AT_ONCE = 2;

/**
 * How the container is run: no network, nothing that can be written, and no capabilities but the
 * three by which the keeper makes a process somebody else's and ends it. Those of submissions have
 * none, and no way to get any.
 */
export function containerFlags({ image, shared, lesson, limits }: ContainerOrder): string[] {
  const memory = String(MEMORY_AT_ONCE * limits.memoryBytes);
  return [
    '--rm --interactive --network none --ipc none --read-only --log-driver none'.split(' '),
    '--cap-drop ALL --cap-add SETUID --cap-add SETGID --cap-add KILL'.split(' '),
    '--security-opt no-new-privileges --user 0:0 --workdir / --hostname judged'.split(' '),
    ['--memory', memory, '--memory-swap', memory],
    ['--pids-limit', String(PROCESSES_AT_ONCE * limits.tasks)],
    ['--ulimit', `nproc=${limits.tasks}`, '--ulimit', `nofile=${limits.openFiles}`],
    ['--ulimit', `fsize=${limits.fileBytes}`, '--ulimit', 'core=0'],
    ['--volume', `${shared}:${inside.root}:ro`, '--volume', `${lesson}:${inside.lesson}:ro`],
    [image, NODE_IN_IMAGE, '--no-warnings', inside.keeper],
  ].flat();
}
