import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from './channel.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { Output } from './output.ts';
import { groupIsAlive, killGroup } from './process-group.ts';
import type { Cut, Remains } from './remains.ts';
import { forgetGroup } from './undertaker.ts';

const MOST_OUTPUT = 16 * 1024 * 1024;
const MOST_EVIDENCE = 32 * 1024 * 1024;
/** How often the size of the evidence is looked at. */
const LOOK_MS = 50;
/** How long what was printed may take to arrive once the process is gone. */
const DRAIN_MS = 200;

/** A process at its job. */
export class StartedProcess {
  readonly #process: ChildProcess;
  readonly #channel: Channel;
  readonly #evidence: EvidenceFile;
  readonly #remains: Promise<Remains>;
  #cut: Cut | undefined;

  constructor(child: ChildProcess, channel: Channel, evidence: EvidenceFile, limitMs: number) {
    this.#process = child;
    this.#channel = channel;
    this.#evidence = evidence;
    this.#remains = this.#gather(limitMs);
  }

  /** The base URL of the service inside, once it listens; `undefined` when it ended instead. */
  listening(): Promise<string | undefined> {
    return this.#channel.receive('listening');
  }

  /** Asks a service to stop. */
  stop(): void {
    this.#channel.close();
  }

  /** Ends it and all it started. */
  kill(): void {
    killGroup(this.#process.pid);
  }

  /** What it left, once it and all that it started are gone. Never rejects. */
  remains(): Promise<Remains> {
    return this.#remains;
  }

  async #gather(limitMs: number): Promise<Remains> {
    const stdout = this.#gatherOutput(this.#process.stdout);
    const stderr = this.#gatherOutput(this.#process.stderr);
    const tooLong = setTimeout(() => this.#end({ kind: 'timed-out', limitMs }), limitMs);
    const look = setInterval(() => this.#limitEvidence(), LOOK_MS);
    try {
      const { code, signal } = await ended(this.#process);
      const leftProcesses = groupIsAlive(this.#process.pid) && this.#cut === undefined;
      await bury(this.#process);
      return {
        evidence: this.#evidence.read(MOST_EVIDENCE),
        stdout: stdout?.text ?? '',
        stderr: stderr?.text ?? '',
        code,
        signal,
        leftProcesses,
        ...(this.#cut && { cut: this.#cut }),
      };
    } finally {
      clearTimeout(tooLong);
      clearInterval(look);
      this.#evidence[Symbol.dispose]();
    }
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

  #end(cut: Cut): void {
    this.#cut ??= cut;
    this.kill();
  }
}

async function ended(
  child: ChildProcess,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit');
  }
  return { code: child.exitCode, signal: child.signalCode };
}

/** Ends what is left of the group, and waits a moment for what was printed before. */
async function bury(child: ChildProcess): Promise<void> {
  killGroup(child.pid);
  if (child.pid !== undefined) {
    forgetGroup(child.pid);
  }
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const drained = Promise.allSettled(streams.map((stream) => finished(stream)));
  await Promise.race([drained, wait(DRAIN_MS, undefined, { ref: false })]);
  for (const stream of child.stdio) {
    stream?.destroy();
  }
}
