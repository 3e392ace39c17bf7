import { Buffer } from 'node:buffer';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import type { Limits } from '../limits.ts';
import { encodeFrame, type FrameKind, FrameReader } from './frame.ts';
import { containerFlags } from './hardening.ts';
import { KeptProcess } from './kept-process.ts';
import type { StartOrder } from './start-order.ts';

type Engine = ChildProcessByStdio<Writable, Readable, null>;

/** What a container is made of. */
export interface ContainerOrder {
  readonly image: string;
  /** What every submission is shown. */
  readonly shared: string;
  /** Becomes the lesson as it is seen inside; whoever has the container fills it. */
  readonly lesson: string;
  readonly limits: Limits;
}

/** A container that stays, for one submission after the other. */
export class KeptContainer implements AsyncDisposable {
  readonly lesson: string;
  readonly #engine: Engine;
  readonly #patienceMs: number;
  readonly #processes = new Map<number, KeptProcess>();
  #started = 0;
  #isGone = false;

  private constructor(engine: Engine, { lesson, limits }: ContainerOrder) {
    this.#engine = engine;
    this.lesson = lesson;
    this.#patienceMs = limits.patienceMs;
    const reader = new FrameReader();
    engine.stdin.on('error', () => {});
    engine.stdout.on('data', (chunk: Buffer) => this.#receive(reader, chunk));
    engine.once('close', () => this.#lose()).on('error', () => this.#lose());
  }

  static async open(order: ContainerOrder): Promise<KeptContainer> {
    await mkdir(order.lesson, { recursive: true });
    const engine = spawn('docker', ['run', ...containerFlags(order)], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return new KeptContainer(engine, order);
  }

  /** Whether it ended, for whatever reason. Nothing can be started in it any more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  start(order: StartOrder): KeptProcess {
    this.#started += 1;
    const run = this.#started;
    const process = new KeptProcess(
      {
        sendControl: (bytes) => this.#send('control', run, bytes),
        endControl: () => this.#send('control-end', run),
        kill: () => this.#send('kill', run),
      },
      this.#patienceMs,
    );
    this.#processes.set(run, process);
    void process.exit.then(() => this.#processes.delete(run));
    if (this.#isGone) process.lose();
    else this.#send('start', run, Buffer.from(JSON.stringify(order)));
    return process;
  }

  /** Once its standard input closes, the keeper goes away and the container with it. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isGone) {
      const closed = once(this.#engine, 'close');
      this.#engine.stdin.end();
      await closed;
    }
    await rm(this.lesson, { recursive: true, force: true });
  }

  #receive(reader: FrameReader, chunk: Buffer): void {
    try {
      for (const frame of reader.read(chunk)) this.#processes.get(frame.run)?.receive(frame);
    } catch {
      this.#engine.kill('SIGKILL');
    }
  }

  #send(kind: FrameKind, run: number, bytes?: Uint8Array): void {
    if (!this.#isGone) this.#engine.stdin.write(encodeFrame(kind, run, bytes));
  }

  #lose(): void {
    this.#isGone = true;
    for (const process of this.#processes.values()) process.lose();
  }
}
