import { newRunMark, RUN_MARK } from '@tracelings/lesson-kit';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** A network with nothing in it but its own loopback, for processes that have to talk to each other. */
export interface EmptyNetwork extends Disposable {
  /** The number of a process in it. */
  readonly pid: number;
}

const INFO_DESCRIPTOR = 3;
const HOLD = `--unshare-user --unshare-net --die-with-parent --info-fd ${INFO_DESCRIPTOR} --ro-bind / / -- cat`;

/** The network lives as long as the process that holds it, which ends when this one does. */
export async function openEmptyNetwork(): Promise<EmptyNetwork> {
  const holder = spawn('bwrap', HOLD.split(' '), {
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], [RUN_MARK]: newRunMark() },
  });
  holder.on('error', () => {});
  const dispose = (): void => void holder.kill('SIGKILL');
  try {
    return { pid: await pidInside(holder), [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw new Error('bubblewrap made no network of its own.', { cause: error });
  }
}

async function pidInside(holder: ChildProcess): Promise<number> {
  const info = holder.stdio[INFO_DESCRIPTOR];
  const said: unknown = info instanceof Readable ? JSON.parse(await text(info)) : {};
  // `cat` gives back what it gets once bwrap is done and the network is up.
  holder.stdin?.on('error', () => {}).write('\n');
  if (holder.stdout !== null) await once(holder.stdout, 'readable');
  if (typeof said === 'object' && said !== null && 'child-pid' in said) {
    return Number(said['child-pid']);
  }
  throw new Error('bubblewrap names no process.');
}
