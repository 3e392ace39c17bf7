import { open } from 'node:fs/promises';

const NEW_LINE = 10;

/** Counts the lines of a file that is only appended to, and reads each of its bytes once. */
export class GrowingLines {
  readonly #path: string;
  #read = 0;
  #lines = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Lines that are whole by now; none where there is no file yet. */
  async count(): Promise<number> {
    await using file = await open(this.#path).catch(() => undefined);
    if (file === undefined) return 0;
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(size - this.#read),
      position: this.#read,
    });
    this.#read += bytesRead;
    this.#lines += buffer.subarray(0, bytesRead).filter((byte) => byte === NEW_LINE).length;
    return this.#lines;
  }
}
