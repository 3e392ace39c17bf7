import { createHash, hash } from 'node:crypto';

/**
 * One SHA-256 over many files: their paths and their bytes, in whichever order they were added. No
 * two different sets of files share the text that is hashed.
 */
export class ContentHash {
  readonly #files: string[] = [];

  add(path: string, bytes: Uint8Array | string): void {
    this.#files.push(JSON.stringify([path, hash('sha256', bytes)]));
  }

  /** In hex. */
  digest(): string {
    const whole = createHash('sha256');
    for (const file of this.#files.toSorted()) whole.update(`${file}\n`);
    return whole.digest('hex');
  }
}
