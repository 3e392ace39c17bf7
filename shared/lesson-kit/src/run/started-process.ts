import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from './channel.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { memoryOf } from './memory.ts';
import { Output } from './output.ts';
import { groupIsAlive, killGroup } from './process-group.ts';
import type { Cut, Remains } from './remains.ts';
import { endStrays } from './strays.ts';
import { endGroup } from './undertaker.ts';

const MOST_OUTPUT = 16 * 1024 * 1024;
const MOST_EVIDENCE = 32 * 1024 * 1024;
/** The heap is limited by Node itself; this is for what lies outside it, such as buffers. */
const MOST_MEMORY = 1024 * 1024 * 1024;
/** How long a service may take to stop. */
const STOP_MS = 5000;
/** How long Node may take to start on a machine that has much else to do. */
const MOST_START_MS = 30_000;
/** How often time, evidence and memory are looked at. */
const LOOK_MS = 50;
/** How long what was printed may take to arrive once the process is gone. */
const DRAIN_MS = 200;

/** A process, and what leads to it. */
export interface ProcessParts {
  readonly child: ChildProcess;
  readonly channel: Channel;
  readonly evidence: EvidenceFile;
  /** What its environment and that of all its children carries. */
  readonly mark: string;
}

/** A process at its job. */
export class StartedProcess {
  readonly #process: ChildProcess;
  readonly #channel: Channel;
  readonly #evidence: EvidenceFile;
  readonly #mark: string;
  readonly #remains: Promise<Remains>;
  #cut: Cut | undefined;

  constructor({ child, channel, evidence, mark }: ProcessParts, limitMs: number) {
    this.#process = child;
    this.#channel = channel;
    this.#evidence = evidence;
    this.#mark = mark;
    this.#remains = this.#gather(limitMs);
  }

  /** The base URL of the service inside, once it listens; `undefined` when it ended instead. */
  listening(): Promise<string | undefined> {
    return this.#channel.receive('listening');
  }

  /** Asks a service to stop, and ends it when it does not. */
  stop(): void {
    this.#channel.close();
    const cut: Cut = { kind: 'timed-out', limitMs: STOP_MS, isStopping: true };
    const tooLong = setTimeout(() => this.#end(cut), STOP_MS);
    void this.#remains.finally(() => clearTimeout(tooLong));
  }

  /** Ends it and all it started. */
  kill(): void {
    // Once it is gone its number may be another's.
    if (this.#isRunning) {
      killGroup(this.#process.pid);
    }
  }

  /** What it left, once it and all that it started are gone. Never rejects. */
  remains(): Promise<Remains> {
    return this.#remains;
  }

  async #gather(limitMs: number): Promise<Remains> {
    using evidence = this.#evidence;
    const stdout = this.#gatherOutput(this.#process.stdout);
    const stderr = this.#gatherOutput(this.#process.stderr);
    const { code, signal } = await this.#endedWithin(limitMs);
    const leftProcesses = this.#endWhatIsLeft() && this.#cut === undefined;
    await drain(this.#process);
    this.#limitEvidence();
    return {
      evidence: evidence.read(MOST_EVIDENCE),
      stdout: stdout?.text ?? '',
      stderr: stderr?.text ?? '',
      code,
      signal,
      leftProcesses,
      ...(this.#cut && { cut: this.#cut }),
    };
  }

  async #endedWithin(limitMs: number): Promise<Pick<Remains, 'code' | 'signal'>> {
    const givenAt = performance.now();
    let began: number | undefined;
    const look = setInterval(() => {
      began ??= this.#hasBegun(givenAt) ? performance.now() : undefined;
      if (began !== undefined && performance.now() - began > limitMs) {
        this.#end({ kind: 'timed-out', limitMs });
      }
      this.#limitEvidence();
      this.#limitMemory();
    }, LOOK_MS);
    if (this.#isRunning) {
      await once(this.#process, 'exit');
    }
    clearInterval(look);
    return { code: this.#process.exitCode, signal: this.#process.signalCode };
  }

  /** Its first word is that it took the job; how long Node takes to start is not the subject's. */
  #hasBegun(givenAt: number): boolean {
    return this.#evidence.size > 0 || performance.now() - givenAt > MOST_START_MS;
  }

  get #isRunning(): boolean {
    const { pid, exitCode, signalCode } = this.#process;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  #gatherOutput(stream: Readable | null): Output | undefined {
    if (stream === null) {
      return undefined;
    }
    return new Output(stream, (total) => {
      if (total > MOST_OUTPUT) {
        this.#end({ kind: 'flooded', what: 'output', limitBytes: MOST_OUTPUT });
      }
    });
  }

  #limitEvidence(): void {
    if (this.#evidence.size > MOST_EVIDENCE) {
      this.#end({ kind: 'flooded', what: 'evidence', limitBytes: MOST_EVIDENCE });
    }
  }

  #limitMemory(): void {
    if (memoryOf(this.#process.pid) > MOST_MEMORY) {
      this.#end({ kind: 'flooded', what: 'memory', limitBytes: MOST_MEMORY });
    }
  }

  /** Whether there was anything. */
  #endWhatIsLeft(): boolean {
    const { pid } = this.#process;
    const groupWasAlive = groupIsAlive(pid);
    endGroup(pid);
    const hadStrays = pid !== undefined && endStrays(this.#mark, pid);
    return groupWasAlive || hadStrays;
  }

  #end(cut: Cut): void {
    this.#cut ??= cut;
    this.kill();
  }
}

/** Waits a moment for what was printed before the end. */
async function drain(child: ChildProcess): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const drained = Promise.allSettled(streams.map((stream) => finished(stream)));
  await Promise.race([drained, wait(DRAIN_MS, undefined, { ref: false })]);
  for (const stream of child.stdio) {
    stream?.destroy();
  }
}
