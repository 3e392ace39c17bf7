import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A file without a name: it is removed from its folder as soon as it is open, so nobody can open,
 * replace or tamper with it by name, and it is gone when the last descriptor closes.
 */
export class EvidenceFile implements Disposable {
  readonly descriptor: number;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'tracelings-'));
    try {
      this.descriptor = openSync(join(folder, 'evidence.jsonl'), 'ax+');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Bytes so far. */
  get size(): number {
    return fstatSync(this.descriptor).size;
  }

  /** The text so far, up to a limit in bytes. */
  read(limitBytes: number): string {
    const bytes = Buffer.alloc(Math.min(this.size, limitBytes));
    const length = readSync(this.descriptor, bytes, 0, bytes.length, 0);
    return bytes.toString('utf8', 0, length);
  }

  [Symbol.dispose](): void {
    closeSync(this.descriptor);
  }
}
