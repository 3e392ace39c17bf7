import type { ChildProcess } from 'node:child_process';
import { Duplex, PassThrough, Readable } from 'node:stream';
import { CONTROL_DESCRIPTOR, EVIDENCE_DESCRIPTOR } from './descriptors.ts';
import { memoryOf } from './memory.ts';
import { groupIsAlive, killGroup } from './process-group.ts';
import { endStrays } from './strays.ts';
import type { Exit, SubjectProcess } from './subject-process.ts';
import { endGroup, watchGroup } from './undertaker.ts';

/**
 * What a child has to be spawned with to be a {@link SpawnedProcess}: a group of its own, no
 * standard input, and the two descriptors of its channel to the judge.
 */
export const spawnedSafely: { detached: true; stdio: ('ignore' | 'pipe')[] } = {
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
};

/** A child of this process that runs a subject. It ends when this process ends. */
export class SpawnedProcess implements SubjectProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly evidence: Readable;
  readonly control: Duplex;
  readonly exit: Promise<Exit>;
  readonly patienceMs: number;
  readonly #child: ChildProcess;
  readonly #mark: string;

  /** The mark is what its environment and that of all its children carries. */
  constructor(child: ChildProcess, mark: string, patienceMs = 0) {
    this.#child = child;
    this.#mark = mark;
    this.patienceMs = patienceMs;
    this.stdout = child.stdout ?? Readable.from([]);
    this.stderr = child.stderr ?? Readable.from([]);
    this.evidence = duplexAt(child, EVIDENCE_DESCRIPTOR);
    this.control = duplexAt(child, CONTROL_DESCRIPTOR);
    this.exit = exitOf(child);
    if (child.pid !== undefined) {
      watchGroup(child.pid);
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  memory(): number {
    return memoryOf(this.pid);
  }

  kill(): void {
    // Once it is gone its number may be another's.
    if (this.#isRunning) {
      killGroup(this.pid);
    }
  }

  endLeftovers(): boolean {
    const { pid } = this;
    const groupWasAlive = groupIsAlive(pid);
    endGroup(pid);
    const hadStrays = pid !== undefined && endStrays(this.#mark, pid);
    return groupWasAlive || hadStrays;
  }

  get #isRunning(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    return pid !== undefined && exitCode === null && signalCode === null;
  }
}

/** One that could not be started has no streams, and so leaves nothing. */
function duplexAt(child: ChildProcess, descriptor: number): Duplex {
  const stream = child.stdio[descriptor];
  return stream instanceof Duplex ? stream : new PassThrough().end();
}

function exitOf(child: ChildProcess): Promise<Exit> {
  const { promise, resolve } = Promise.withResolvers<Exit>();
  child.once('exit', (code, signal) => resolve({ code, signal }));
  child.once('error', () => {
    if (child.pid === undefined) {
      resolve({ code: null, signal: null });
    }
  });
  child.on('error', () => {});
  return promise;
}
