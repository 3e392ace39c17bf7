import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from '../inside/job.ts';
import type { Peers } from '../lesson/scenario.ts';
import { Channel } from './channel.ts';
import { EvidenceInbox } from './evidence-inbox.ts';
import { Output } from './output.ts';
import type { Cut, Remains } from './remains.ts';
import { isExitSaid, sealedLines } from './seal.ts';
import type { Exit, SubjectProcess } from './subject-process.ts';

const MOST_OUTPUT = 16 * 1024 * 1024;
/** Some ten thousand spans, and read in the time that a process takes to start. */
const MOST_EVIDENCE = 8 * 1024 * 1024;
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

/** How one ends that has said its last word. */
const ENDED_BY_ITSELF: Exit = { code: null, signal: 'SIGKILL' };

/** What a process is started with. */
export interface StartOrder {
  readonly job: Job;
  /** What the recorder's lines are known by. */
  readonly seal: string;
  readonly limitMs: number;
}

/** A process at its job. */
export class StartedProcess {
  readonly #process: SubjectProcess;
  readonly #channel: Channel;
  readonly #evidence: EvidenceInbox;
  readonly #seal: string;
  readonly #remains: Promise<Remains>;
  #cut: Cut | undefined;

  constructor(process: SubjectProcess, { job, seal, limitMs }: StartOrder) {
    this.#process = process;
    this.#seal = seal;
    this.#channel = new Channel(process.control);
    this.#evidence = new EvidenceInbox(process.evidence, {
      limitBytes: MOST_EVIDENCE,
      ...(process.lingers === true && { isLastWord: (end) => isExitSaid(end, seal) }),
    });
    this.#channel.sendJob(seal, job);
    this.#remains = this.#gather(limitMs);
  }

  /** Tells a process of a scenario with services that those it needs are up. */
  sendPeers(peers: Peers): void {
    this.#channel.send(peers);
  }

  /** The base URL of the service inside, once it listens; `undefined` when it ended instead. */
  listening(): Promise<string | undefined> {
    return this.#channel.receive('listening');
  }

  /** Resolves once the scenario that it drives is through, or it has ended. */
  async driven(): Promise<void> {
    await this.#channel.receive('driven');
  }

  /** Asks a service to stop, and ends it when it does not. */
  stop(): void {
    this.#channel.close();
    const limitMs = STOP_MS + this.#process.patienceMs;
    const cut: Cut = { kind: 'timed-out', limitMs, isStopping: true };
    const tooLong = setTimeout(() => this.#end(cut), limitMs);
    void this.#remains.finally(() => clearTimeout(tooLong));
  }

  /** Ends it and all it started. */
  kill(): void {
    this.#process.kill();
  }

  /** What it left, once it is gone, or lingers, and all that it started is gone. Never rejects. */
  remains(): Promise<Remains> {
    return this.#remains;
  }

  async #gather(limitMs: number): Promise<Remains> {
    const stdout = this.#gatherOutput(this.#process.stdout);
    const stderr = this.#gatherOutput(this.#process.stderr);
    const exit = await this.#endedWithin(limitMs + this.#process.patienceMs);
    const leftProcesses = this.#process.endLeftovers() && this.#cut === undefined;
    const evidence = await this.#evidence.text();
    await drain([this.#process.stdout, this.#process.stderr]);
    this.#channel.destroy();
    this.#limitEvidence();
    // Nothing is asked of a flood, so that whoever floods keeps nobody waiting.
    const { lines, isBroken } = sealedLines(this.#isFlood ? '' : evidence, this.#seal);
    return {
      lines,
      isTampered: isBroken && this.#cut === undefined,
      stdout: stdout.text,
      stderr: stderr.text,
      ...exit,
      leftProcesses,
      ...(this.#cut && { cut: this.#cut }),
    };
  }

  async #endedWithin(limitMs: number): Promise<Exit> {
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
    const said = this.#evidence.lastWord.then(() => ENDED_BY_ITSELF);
    const exit = await Promise.race([this.#process.exit, said]);
    clearInterval(look);
    return exit;
  }

  /** Its first word is that it took the job; how long Node takes to start is not the subject's. */
  #hasBegun(givenAt: number): boolean {
    return this.#evidence.size > 0 || performance.now() - givenAt > MOST_START_MS;
  }

  #gatherOutput(stream: Readable): Output {
    return new Output(stream, (total) => {
      if (total > MOST_OUTPUT) {
        this.#end({ kind: 'flooded', what: 'output', limitBytes: MOST_OUTPUT });
      }
    });
  }

  get #isFlood(): boolean {
    return this.#cut?.kind === 'flooded';
  }

  #limitEvidence(): void {
    if (this.#evidence.isFull) {
      this.#end({ kind: 'flooded', what: 'evidence', limitBytes: MOST_EVIDENCE });
    }
  }

  #limitMemory(): void {
    if (this.#process.memory() > MOST_MEMORY) {
      this.#end({ kind: 'flooded', what: 'memory', limitBytes: MOST_MEMORY });
    }
  }

  #end(cut: Cut): void {
    this.#cut ??= cut;
    this.kill();
  }
}

/** Waits a moment for what was printed before the end. */
async function drain(streams: readonly Readable[]): Promise<void> {
  const drained = Promise.allSettled(streams.map((stream) => finished(stream)));
  await Promise.race([drained, wait(DRAIN_MS, undefined, { ref: false })]);
  for (const stream of streams) {
    stream.destroy();
  }
}
