import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Pages that are open somewhere else: a thread of its own reads what they are sent. */
export class OpenTabs implements AsyncDisposable {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  static async open(url: string, count: number): Promise<OpenTabs> {
    const worker = new Worker(new URL('tab-reader.ts', import.meta.url), {
      workerData: { url, count },
    });
    await once(worker, 'message');
    return new OpenTabs(worker);
  }

  /** Resolves when each of them was sent a state with this text. */
  async untilAllHave(text: string): Promise<void> {
    const have = once(this.#worker, 'message');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    this.#worker.postMessage(text);
    await have;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
