import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How long what was written may take to arrive once the process is gone. */
const DRAIN_MS = 5000;

/**
 * Takes in what a process appends, up to a limit. It comes through a pipe, because whoever can
 * append to a file can as well shorten it.
 */
export class EvidenceInbox {
  readonly #stream: Readable;
  readonly #chunks: Buffer[] = [];
  readonly #limitBytes: number;
  #size = 0;

  constructor(stream: Readable, limitBytes: number) {
    this.#stream = stream;
    this.#limitBytes = limitBytes;
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => {
      this.#size += chunk.length;
      this.#chunks.push(chunk);
      if (this.isFull) {
        // Nothing more is taken in, so that no flood comes through here.
        stream.destroy();
      }
    });
  }

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** Whether there was more than the limit. */
  get isFull(): boolean {
    return this.#size > this.#limitBytes;
  }

  /** All of it, once its writers are gone, up to the limit. */
  async text(): Promise<string> {
    const drained = finished(this.#stream, { writable: false }).catch(() => {});
    await Promise.race([drained, wait(DRAIN_MS, undefined, { ref: false })]);
    this.#stream.destroy();
    return Buffer.concat(this.#chunks).subarray(0, this.#limitBytes).toString('utf8');
  }
}
