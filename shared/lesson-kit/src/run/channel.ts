import type { Duplex } from 'node:stream';
import { WORD_LENGTH_DIGITS } from './descriptors.ts';

/** An address is shorter. In characters. */
const LONGEST_LINE = 64 * 1024;

/**
 * The judge's end of the channel to a process. Nothing that comes out of it is trusted. A
 * `WaitingProcess` has one of its own; this is for whoever starts `subjectProgram` in another way.
 */
export class Channel {
  readonly #stream: Duplex;

  constructor(stream: Duplex) {
    this.#stream = stream;
    stream.on('error', () => {});
  }

  /** The seal, of 32 characters, comes first and outside of the JSON, so that no object in the process ever holds it. */
  sendJob(seal: string, job: object): void {
    this.#stream.write(Buffer.concat([Buffer.from(seal), framed(job)]));
  }

  /** What comes after the job. */
  send(word: object): void {
    this.#stream.write(framed(word));
  }

  /** The text that the first line carries under a name; `undefined` when there is none. */
  receive(name: string): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    const stream = this.#stream;
    let received = '';
    const onData = (chunk: string): void => {
      received += chunk;
      const [line = '', ...more] = received.split('\n');
      if (more.length > 0 || received.length > LONGEST_LINE) {
        // Nothing more is taken in, so that no flood comes through here.
        stream.off('data', onData).pause();
        resolve(textIn(line, name));
      }
    };
    stream.once('close', () => resolve(undefined));
    stream.once('end', () => resolve(undefined));
    stream.setEncoding('utf8').on('data', onData);
    return promise;
  }

  close(): void {
    this.#stream.end();
  }

  destroy(): void {
    this.#stream.destroy();
  }
}

/** In one piece, so that whoever waits for it wakes once. */
function framed(word: object): Buffer {
  const json = JSON.stringify(word);
  const length = String(Buffer.byteLength(json)).padStart(WORD_LENGTH_DIGITS, '0');
  return Buffer.from(length + json);
}

function textIn(line: string, name: string): string | undefined {
  try {
    const message: unknown = JSON.parse(line);
    const entries = typeof message === 'object' && message !== null ? Object.entries(message) : [];
    const value: unknown = entries.find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
