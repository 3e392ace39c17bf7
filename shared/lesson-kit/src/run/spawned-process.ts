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

/** What is known of a child besides what it is. */
export interface SpawnedProcessOptions {
  /** What its environment and that of all its children carries, as `RUN_MARK`. */
  readonly mark: string;
  /** What it may take beyond a scenario's own time limit, in milliseconds. Default 0. */
  readonly patienceMs?: number;
  /** Whether it does as {@link SubjectProcess.lingers} says. */
  readonly lingers?: boolean;
  /** Reads the end of the subject out of that of the child, where they are two. */
  readonly readExit?: (exit: Exit) => Exit;
}

/**
 * A child of this process that runs a subject, spawned as {@link spawnedSafely} says. It ends when
 * this process ends, `kill -9` included.
 *
 * @example
 * ```ts
 * const mark = newRunMark();
 * const child = spawn('bwrap', args, { ...spawnedSafely, env: { [RUN_MARK]: mark } });
 * using waiting = new WaitingProcess(() => new SpawnedProcess(child, { mark }));
 * ```
 */
export class SpawnedProcess implements SubjectProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly evidence: Readable;
  readonly control: Duplex;
  readonly exit: Promise<Exit>;
  readonly patienceMs: number;
  readonly lingers: boolean;
  readonly #child: ChildProcess;
  readonly #mark: string;

  constructor(child: ChildProcess, options: SpawnedProcessOptions) {
    const { mark, patienceMs = 0, lingers = false, readExit } = options;
    this.#child = child;
    this.#mark = mark;
    this.patienceMs = patienceMs;
    this.lingers = lingers;
    this.stdout = child.stdout ?? Readable.from([]);
    this.stderr = child.stderr ?? Readable.from([]);
    this.evidence = duplexAt(child, EVIDENCE_DESCRIPTOR);
    this.control = duplexAt(child, CONTROL_DESCRIPTOR);
    this.exit = readExit === undefined ? exitOf(child) : exitOf(child).then(readExit);
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
    if (this.#isRunning) {
      void this.exit.then(() => endGroup(pid));
      return this.#endStrays();
    }
    const groupWasAlive = groupIsAlive(pid);
    endGroup(pid);
    return this.#endStrays() || groupWasAlive;
  }

  #endStrays(): boolean {
    const { pid } = this;
    return pid !== undefined && endStrays(this.#mark, pid);
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
