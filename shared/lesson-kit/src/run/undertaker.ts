import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

// A shell, because it starts in a millisecond and outlives a `kill -9` of this process: its
// standard input closes then, and it ends every process group that was not reported as gone.
const SCRIPT = `
groups=' '
while read -r verb group; do
  case $verb in
    watch) groups="$groups$group " ;;
    forget) groups="\${groups%% $group *} \${groups#* $group }" ;;
  esac
done
for group in $groups; do kill -9 -"$group" 2>/dev/null; done
`;

let orders: Writable | undefined;

/** Has a process group ended should this process end first, in whatever way. */
export function watchGroup(group: number): void {
  orders ??= startUndertaker();
  orders.write(`watch ${group}\n`);
}

/** Says that a group has ended, so that its number may be given to others. */
export function forgetGroup(group: number): void {
  orders?.write(`forget ${group}\n`);
}

function startUndertaker(): Writable {
  const undertaker = spawn('/bin/sh', ['-c', SCRIPT], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  undertaker.unref();
  undertaker.stdin.on('error', () => {});
  (undertaker.stdin as Writable & { unref?(): void }).unref?.();
  return undertaker.stdin;
}
