import { spawnSync } from 'node:child_process';
import { argv, kill, stdin } from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 100;
const graceMs = 5_000;

const leader = Number(argv[2]);
if (!(leader > 1)) throw new Error('Usage: node task-keeper-process.ts <process id>');
if (!(await text(stdin)).includes('release')) await endFamily();

async function endFamily(): Promise<void> {
  const family = new Set([leader]);
  let living = livingOf(family);
  signal(-leader, 'SIGTERM');
  for (const timeUp = AbortSignal.timeout(graceMs); living.length > 0 && !timeUp.aborted;) {
    await sleep(lookEveryMs);
    living = livingOf(family);
  }
  for (const id of living) signal(id, 'SIGKILL');
}

/** Who of the family still runs. Children are added as they are seen: an orphan stays family. */
function livingOf(family: Set<number>): number[] {
  const running = runningProcesses();
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [id, parent] of running) if (family.has(parent)) family.add(id);
  }
  return [...running.keys()].filter((id) => family.has(id));
}

/** Parents by their children. Empty on a machine without `ps`, where SIGTERM has to do. */
function runningProcesses(): Map<number, number> {
  const { stdout: rows } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  const columns = (rows ?? '').split('\n').map((row) => row.trim().split(/\s+/));
  const running = columns.filter(([, , state]) => state !== undefined && !state.startsWith('Z'));
  return new Map(running.map(([id, parent]) => [Number(id), Number(parent)]));
}

function signal(id: number, name: NodeJS.Signals): void {
  try {
    kill(id, name);
  } catch {
    // It ended in the meantime, which is what was wanted.
  }
}
