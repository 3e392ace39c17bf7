import { closeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { recordHandles } from './grace.ts';
import { record } from './recorder.ts';

// Taken before any code of a subject runs, which may replace them.
const { pid } = process;
const kill = process.kill.bind(process);
const close = closeSync;
const wait = Atomics.wait.bind(Atomics);
const STDOUT = 1;
const STDERR = 2;
const stillness = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Longer than the rest of a check takes, and what is shown of it. */
const LINGER_MS = 250;

let isFailing = false;

/**
 * Ends the process as soon as all who listen for its exit were told, and leaves word of the code.
 * Node would take down its threads and its heap first, piece by piece, which takes it as long as many
 * a run, and the system does the same in no time.
 *
 * Where it `lingers`, it stands still for a moment before that: even the system takes a good part of
 * a run, and has the time once the verdict is there.
 */
export function departQuickly(lingers: boolean): void {
  // What nobody caught is printed after the exit was told.
  process.on('uncaughtExceptionMonitor', () => (isFailing = true));
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this`
  const tell: (...event: never[]) => boolean = process.emit;
  function emit(this: NodeJS.Process, ...event: never[]): boolean {
    const isLeaving = event[0] === 'exit' && isExiting();
    // First, since who listens may put things away that had held it.
    if (isLeaving) recordHandles();
    const isHeard = tell.apply(this, event);
    if (isLeaving && !isFailing) depart(lingers);
    return isHeard;
  }
  Object.defineProperty(process, 'emit', { value: emit, writable: true, configurable: true });
  watchRealExit();
}

/** A program may leave by the way that is below `process.exit`, and tell nobody. */
function watchRealExit(): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node's own, and without a type
  const reallyExit = Reflect.get(process, 'reallyExit') as (code?: number) => void;
  function value(code?: number): void {
    recordHandles();
    reallyExit.call(process, code);
  }
  Object.defineProperty(process, 'reallyExit', { value, writable: true, configurable: true });
}

/** A program may tell of an exit that is none. */
function isExiting(): boolean {
  return Reflect.get(process, '_exiting') === true;
}

function depart(lingers: boolean): void {
  flushCompileCache();
  record({ t: 'exit', code: Number(process.exitCode ?? 0) });
  if (lingers) linger();
  kill(pid, 'SIGKILL');
}

function linger(): void {
  closeOutput(STDOUT);
  closeOutput(STDERR);
  wait(stillness, 0, 0, LINGER_MS);
}

/** So that whoever reads it knows that there is no more. */
function closeOutput(descriptor: number): void {
  try {
    close(descriptor);
  } catch {
    // The program had closed it.
  }
}
