import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import workers from 'node:worker_threads';

/** What scenarios ask of V8, to call its garbage collector. */
const HARMLESS_FLAG = '--expose-gc';

/**
 * Shuts the ways by which a program could read what the recorder keeps to itself, or get between it
 * and the file it writes to: Node's internals, its debugger, native code, threads, which come
 * with a debugger of their own, and V8's flags, some of which keep a program to its own memory. No
 * lesson needs any of them.
 */
export function lockDoors(): void {
  for (const name of ['binding', '_linkedBinding', 'dlopen', '_debugProcess']) {
    lock(process, name);
  }
  lock(inspector.Session.prototype, 'connect');
  lock(inspector.Session.prototype, 'connectToMainThread');
  lock(inspector, 'open');
  lock(workers, 'Worker');
  lockFlags();
  syncBuiltinESMExports();
}

function lockFlags(): void {
  const { setFlagsFromString } = v8;
  lock(v8, 'setFlagsFromString', (flags) => {
    if (flags === HARMLESS_FLAG) setFlagsFromString(HARMLESS_FLAG);
    return flags === HARMLESS_FLAG;
  });
}

function lock(
  owner: object,
  name: string,
  isDone: (asked: unknown) => boolean = () => false,
): void {
  // No arrow, since some are called with `new`.
  function value(asked: unknown): void {
    if (!isDone(asked)) throw new Error(`${name} is not available to the program of a lesson.`);
  }
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}
