import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import type { Room } from './room.ts';

const chunkBytes = 256 * 1024;
/** No grade is longer. A line that is, is passed over. */
const longest = 8 * 1024 * 1024;
const newline = 0x0a;

/** Reads a journal, a grade on each line, and later what was appended since. */
export class JournalTail {
  readonly #path: string;
  #inode = 0n;
  /** Where the first line begins that was not read yet. */
  #position = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Puts what is new into the room. @returns whether there was something. */
  async read(room: Room): Promise<boolean> {
    await using file = await open(this.#path);
    const { ino, size } = await file.stat({ bigint: true });
    const isOther = ino !== this.#inode || size < this.#position;
    if (isOther) {
      room.clear();
      this.#inode = ino;
      this.#position = 0;
    }
    const before = this.#position;
    await this.#readLines(file, room);
    return isOther || this.#position !== before;
  }

  /** What stands after the last newline is still being written. */
  async #readLines(file: FileHandle, room: Room): Promise<void> {
    const chunk = Buffer.alloc(chunkBytes);
    let parts: Buffer[] = [];
    let at = this.#position;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, at);
      if (bytesRead === 0) return;
      for (const part of linesIn(chunk.subarray(0, bytesRead))) {
        at += part.length;
        if (at - this.#position <= longest) parts.push(Buffer.from(part));
        if (part.at(-1) !== newline) continue;
        this.#put(Buffer.concat(parts), room);
        this.#position = at;
        parts = [];
      }
    }
  }

  #put(line: Buffer, room: Room): void {
    const length = line.length - 1;
    const offset = this.#position;
    if (length > 0)
      room.put(line.toString('utf8', 0, length), () => textAt(this.#path, offset, length));
  }
}

/** The parts of a chunk, each with its newline; the last one may have none. */
function* linesIn(chunk: Buffer): Generator<Buffer> {
  let from = 0;
  while (from < chunk.length) {
    const at = chunk.indexOf(newline, from);
    const end = at === -1 ? chunk.length : at + 1;
    yield chunk.subarray(from, end);
    from = end;
  }
}

async function textAt(path: string, offset: number, length: number): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.toString('utf8', 0, bytesRead);
}
