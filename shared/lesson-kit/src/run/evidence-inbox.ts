import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How long what was written may take to arrive once the process is gone. */
const DRAIN_MS = 5000;

/** In characters; it is a seal, two numbers and two names. */
const LONGEST_LAST_WORD = 128;

interface InboxOptions {
  readonly limitBytes: number;
  /** Whether the end of what was written, as it is so far, is the last that will be written. */
  readonly isLastWord?: (end: string) => boolean;
}

/**
 * Takes in what a process appends, up to a limit. It comes through a pipe, because whoever can
 * append to a file can as well shorten it.
 */
export class EvidenceInbox {
  readonly #stream: Readable;
  readonly #chunks: Buffer[] = [];
  readonly #limitBytes: number;
  readonly #lastWord = Promise.withResolvers<void>();
  #size = 0;
  #end = '';

  constructor(stream: Readable, { limitBytes, isLastWord }: InboxOptions) {
    this.#stream = stream;
    this.#limitBytes = limitBytes;
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => {
      this.#size += chunk.length;
      this.#chunks.push(chunk);
      this.#end = (this.#end + chunk.subarray(-LONGEST_LAST_WORD).toString('latin1')).slice(
        -LONGEST_LAST_WORD,
      );
      if (isLastWord?.(this.#end) === true) this.#lastWord.resolve();
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

  /** Resolves once it ends in the last word; never where that is not waited for, or does not come. */
  get lastWord(): Promise<void> {
    return this.#lastWord.promise;
  }

  /** All of it, once its writers are gone or have said their last word, up to the limit. */
  async text(): Promise<string> {
    const drained = finished(this.#stream, { writable: false }).catch(() => {});
    await Promise.race([drained, this.lastWord, wait(DRAIN_MS, undefined, { ref: false })]);
    this.#stream.destroy();
    return Buffer.concat(this.#chunks).subarray(0, this.#limitBytes).toString('utf8');
  }
}
