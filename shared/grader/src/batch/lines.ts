import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

/** A line and where it begins, in bytes. */
export interface PlacedLine {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

const chunkBytes = 256 * 1024;
/** No grade is longer. A line that is, is passed over without being held. */
const longest = 8 * 1024 * 1024;
const newline = 0x0a;

/** The lines of a file that end in a newline, one at a time. What stands after the last is left out. */
export async function* placedLines(file: FileHandle): AsyncGenerator<PlacedLine> {
  const chunk = Buffer.alloc(chunkBytes);
  let parts: Buffer[] = [];
  let start = 0;
  let position = 0;
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    let from = 0;
    for (;;) {
      const at = chunk.subarray(0, bytesRead).indexOf(newline, from);
      const end = at === -1 ? bytesRead : at;
      if (position + end - start <= longest) parts.push(Buffer.from(chunk.subarray(from, end)));
      if (at === -1) break;
      const length = position + at - start;
      if (length <= longest) {
        yield { text: Buffer.concat(parts).toString(), offset: start, length };
      }
      parts = [];
      start = position + at + 1;
      from = at + 1;
    }
    position += bytesRead;
  }
}
