import type { Readable } from 'node:stream';

/** What is kept for people to read. */
const KEPT_BYTES = 64 * 1024;

/** Gathers what a program prints: keeps the beginning, counts the rest. */
export class Output {
  readonly #chunks: Buffer[] = [];
  #kept = 0;
  #total = 0;

  /** Calls back whenever more has come; the total is in bytes. */
  constructor(stream: Readable, onGrowth: (totalBytes: number) => void) {
    stream.on('data', (chunk: Buffer) => {
      this.#total += chunk.length;
      const part = chunk.subarray(0, KEPT_BYTES - this.#kept);
      this.#kept += part.length;
      if (part.length > 0) {
        this.#chunks.push(part);
      }
      onGrowth(this.#total);
    });
    stream.on('error', () => {});
  }

  get text(): string {
    const kept = Buffer.concat(this.#chunks).toString('utf8');
    const lost = this.#total - this.#kept;
    return lost === 0 ? kept : `${kept}\n… and ${lost} more bytes\n`;
  }
}
