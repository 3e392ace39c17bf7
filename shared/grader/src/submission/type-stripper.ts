import { Worker } from 'node:worker_threads';
import type { SourceFile } from './source-walk.ts';

/** Honest sources take a hundredth of it. Whoever takes longer is stripped by their own processes. */
const MOST_MS = 2000;
const TYPED = /\.m?ts$/;

/** What one thread is asked, and what it answers. */
export type StripRequest = readonly string[];
export type StripAnswer = readonly string[] | 'cannot';

/**
 * Blanks out the types of a submission's sources, so that none of its processes has to: to load the
 * parser takes Node longer than to start. Nothing is run. It happens in a thread, which is given up
 * when a text is too much for the parser.
 */
export class TypeStripper {
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** The files without types, every line and column in its place; `undefined` where that fails. */
  strip(files: readonly SourceFile[]): Promise<readonly SourceFile[] | undefined> {
    const stripped = this.#last.then(() => this.#strip(files));
    this.#last = stripped.catch(() => {});
    return stripped;
  }

  async #strip(files: readonly SourceFile[]): Promise<readonly SourceFile[] | undefined> {
    const texts = files.filter(({ path }) => TYPED.test(path)).map(({ bytes }) => textOf(bytes));
    const answer = await this.#ask(texts);
    if (answer === 'cannot') return undefined;
    const plain = answer.values();
    return files.map((file) =>
      TYPED.test(file.path) ? { ...file, bytes: Buffer.from(plain.next().value ?? '') } : file,
    );
  }

  #ask(texts: StripRequest): Promise<StripAnswer> {
    const { promise, resolve } = Promise.withResolvers<StripAnswer>();
    const worker = (this.#worker ??= startWorker());
    const giveUp = (): void => {
      this.#worker = undefined;
      void worker.terminate();
      resolve('cannot');
    };
    const tooLong = setTimeout(giveUp, MOST_MS);
    worker.once('error', giveUp).once('message', (answer: StripAnswer) => {
      worker.off('error', giveUp);
      resolve(answer);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    worker.postMessage(texts);
    return promise.finally(() => clearTimeout(tooLong));
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('type-stripper-thread.ts', import.meta.url), {
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  });
  worker.unref();
  return worker;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
