// The first process of a container. It starts the processes of submissions, each as a user of its
// own, passes on what they write, and ends them. None of their code runs in it.
import { Buffer } from 'node:buffer';
import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { Readable, Writable } from 'node:stream';
import { encodeFrame, type Frame, type FrameKind, FrameReader } from '../container/frame.ts';
import type { StartOrder } from '../container/start-order.ts';
import { endUser, processorSecondsOf } from './user-processes.ts';

const LOOK_MS = 100;
const STREAMS: readonly [descriptor: number, kind: FrameKind][] = [
  [1, 'stdout'],
  [2, 'stderr'],
  [3, 'evidence'],
  [4, 'control'],
];
const CONTROL = 4;

interface Kept {
  readonly child: ChildProcess;
  readonly user: number;
}

const kept = new Map<number, Kept>();
const reader = new FrameReader();

process.stdin.on('data', (chunk: Buffer) => {
  for (const frame of reader.read(chunk)) obey(frame);
});
// The judge is gone.
process.stdin.on('end', () => process.exit());
process.stdout.on('drain', () => setFlowing(true));

function obey({ kind, run, bytes }: Frame): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the judge wrote it
  if (kind === 'start') start(run, JSON.parse(bytes.toString()) as StartOrder);
  const one = kept.get(run);
  if (one === undefined) return;
  const control = one.child.stdio[CONTROL];
  if (kind === 'kill') endUser(one.user);
  else if (control instanceof Writable) {
    if (kind === 'control') control.write(Buffer.from(bytes));
    else if (kind === 'control-end') control.end();
  }
}

function start(run: number, { command, args, environment, user, cpuSeconds }: StartOrder): void {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...environment },
    uid: user,
    gid: user,
    cwd: '/',
  });
  kept.set(run, { child, user });
  for (const [descriptor, kind] of STREAMS) passOn(child, descriptor, run, kind);
  const look = setInterval(() => {
    if (processorSecondsOf(user) > cpuSeconds) endUser(user, 'SIGXCPU');
  }, LOOK_MS);
  let hadLeftovers = false;
  child.once('error', () => report(run, null, null, false));
  child.once('exit', () => {
    clearInterval(look);
    hadLeftovers = endUser(user);
  });
  child.once('close', (code, signal) => report(run, code, signal, hadLeftovers));
}

function passOn(child: ChildProcess, descriptor: number, run: number, kind: FrameKind): void {
  const stream = child.stdio[descriptor];
  if (!(stream instanceof Readable)) return;
  stream.on('error', () => {}).on('data', (chunk: Buffer) => send(kind, run, chunk));
}

function report(
  run: number,
  code: number | null,
  signal: NodeJS.Signals | null,
  hadLeftovers: boolean,
): void {
  kept.delete(run);
  send('exit', run, Buffer.from(JSON.stringify({ code, signal, hadLeftovers })));
}

function send(kind: FrameKind, run: number, bytes: Buffer): void {
  if (!process.stdout.write(encodeFrame(kind, run, bytes))) setFlowing(false);
}

/** Whoever writes more than the judge can take has to wait. */
function setFlowing(isFlowing: boolean): void {
  for (const { child } of kept.values()) {
    for (const [descriptor] of STREAMS) {
      const stream = child.stdio[descriptor];
      if (!(stream instanceof Readable)) continue;
      if (isFlowing) stream.resume();
      else stream.pause();
    }
  }
}
