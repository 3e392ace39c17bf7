import type { Exit, SubjectProcess } from '@tracelings/lesson-kit';
import { Duplex, PassThrough } from 'node:stream';
import type { Frame } from './frame.ts';
import type { ExitNotice } from './start-order.ts';

/** An address is shorter. What the judge does not take in is not kept for it. */
const MOST_CONTROL_BYTES = 128 * 1024;

/** What a process can have done in its container. */
export interface KeptActions {
  readonly sendControl: (bytes: Uint8Array) => void;
  readonly endControl: () => void;
  readonly kill: () => void;
}

/** A process in a container, as the judge holds it. Nothing that comes out of it is trusted. */
export class KeptProcess implements SubjectProcess {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly evidence = new PassThrough();
  readonly control: Duplex;
  readonly exit: Promise<Exit>;
  /** It has a number, and none of this machine. */
  readonly pid = undefined;
  readonly patienceMs: number;
  readonly #actions: KeptActions;
  readonly #resolveExit: (exit: Exit) => void;
  #isGone = false;
  #hadLeftovers = false;

  constructor(actions: KeptActions, patienceMs: number) {
    this.#actions = actions;
    this.patienceMs = patienceMs;
    this.control = controlOf(actions);
    const { promise, resolve } = Promise.withResolvers<Exit>();
    this.exit = promise;
    this.#resolveExit = resolve;
  }

  /** Takes in what the keeper passes on. */
  receive({ kind, bytes }: Frame): void {
    if (kind === 'exit') {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keeper wrote it
      this.#end(JSON.parse(bytes.toString()) as ExitNotice);
    } else if (kind === 'control') {
      if (this.control.readableLength < MOST_CONTROL_BYTES) this.control.push(bytes);
    } else if (kind === 'stdout' || kind === 'stderr' || kind === 'evidence') {
      if (!this.#isGone && !this[kind].destroyed) this[kind].write(bytes);
    }
  }

  /** The container is gone, and the process with it. */
  lose(): void {
    if (!this.#isGone) this.#end({ code: null, signal: null, hadLeftovers: false });
  }

  memory(): number {
    return 0;
  }

  kill(): void {
    if (!this.#isGone) this.#actions.kill();
  }

  /** The keeper has ended it. */
  endLeftovers(): boolean {
    return this.#hadLeftovers;
  }

  #end({ code, signal, hadLeftovers }: ExitNotice): void {
    this.#isGone = true;
    this.#hadLeftovers = hadLeftovers;
    for (const stream of [this.stdout, this.stderr, this.evidence]) stream.end();
    this.control.push(null);
    this.#resolveExit({ code, signal });
  }
}

function controlOf({ sendControl, endControl }: KeptActions): Duplex {
  return new Duplex({
    read() {},
    write(chunk: Uint8Array, _encoding, done) {
      sendControl(chunk);
      done();
    },
    final(done) {
      endControl();
      done();
    },
  });
}
