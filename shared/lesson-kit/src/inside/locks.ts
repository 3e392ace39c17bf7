import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import workers from 'node:worker_threads';

/**
 * Shuts the ways by which a program could read what the recorder keeps to itself, or get between it
 * and the file it writes to: Node's internals, its debugger, native code, and threads, which come
 * with a debugger of their own. No lesson needs any of them.
 */
export function lockDoors(): void {
  for (const name of ['binding', '_linkedBinding', 'dlopen', '_debugProcess']) {
    lock(process, name);
  }
  lock(inspector.Session.prototype, 'connect');
  lock(inspector.Session.prototype, 'connectToMainThread');
  lock(inspector, 'open');
  lock(workers, 'Worker');
  syncBuiltinESMExports();
}

function lock(owner: object, name: string): void {
  function value(): never {
    throw new Error(`${name} is not available to the program of a lesson.`);
  }
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}
