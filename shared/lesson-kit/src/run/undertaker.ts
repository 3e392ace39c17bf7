import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { killGroup } from './process-group.ts';
import { judgeMark, RUN_MARK } from './run-mark.ts';

// A shell, because it starts in a millisecond and outlives a `kill -9` of this process: its
// standard input closes then, and it ends every process group that was not reported as gone, and
// what has left those groups.
const SCRIPT = `
groups=' '
while read -r verb group; do
  case $verb in
    watch) groups="$groups$group " ;;
    forget) groups="\${groups%% $group *} \${groups#* $group }" ;;
  esac
done
[ -n "\${groups## }" ] || exit
for group in $groups; do kill -9 -"$group" 2>/dev/null; done
grep -ls "${RUN_MARK}=$1" /proc/[0-9]*/environ | while IFS=/ read -r _ _ pid _; do
  kill -9 "$pid" 2>/dev/null
done
`;

let orders: Writable | undefined;

/** Has a process group ended should this process end first, in whatever way. */
export function watchGroup(group: number): void {
  orders ??= startUndertaker();
  orders.write(`watch ${group}\n`);
}

/** Ends a group, and says so, since its number may be given to others from now on. */
export function endGroup(group: number | undefined): void {
  if (group !== undefined) {
    killGroup(group);
    orders?.write(`forget ${group}\n`);
  }
}

function startUndertaker(): Writable {
  const undertaker = spawn('/bin/sh', ['-c', SCRIPT, 'undertaker', judgeMark], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  undertaker.unref();
  undertaker.stdin.on('error', () => {});
  if (undertaker.stdin instanceof Socket) undertaker.stdin.unref();
  return undertaker.stdin;
}
