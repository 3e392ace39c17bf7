import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Latest } from './latest.ts';
import type { RunSnapshot, Snapshot, StudioRequest } from './snapshot.ts';
import type { FromStudio, SnapshotMessage, ThreadData } from './thread/messages.ts';

/** The same as for everything else here. It halves the time until the page can be opened. */
const compileCache = fileURLToPath(new URL('../../../.cache/compile', import.meta.url));

/** What a studio is opened with. */
export interface StudioOptions {
  /** The port to have if it is free; any other if it is not. Default: any. */
  readonly port?: number;
  /**
   * Where a grader writes, as an absolute path: its report, its journal, or the folder of both. The
   * page then shows that class, follows a running batch, and is shown no snapshots.
   */
  readonly room?: string;
  /** Called for what a learner asks for on the page. */
  readonly asked?: (request: StudioRequest) => void;
  /** Called once if the page breaks down later. The command goes on without it. */
  readonly failed?: (error: Error) => void;
}

/**
 * The learner's page, served on this machine's loopback by a thread of its own: neither a hundred
 * tabs nor a trace of ten thousand spans keeps the command waiting.
 *
 * Dispose of it, or its thread keeps the process alive.
 *
 * @example
 * ```ts
 * await using studio = await Studio.open({ asked: (request) => console.log(request.action) });
 * console.log(`The page is at ${studio.url}`);
 * studio.show(() => snapshot);
 * ```
 */
export class Studio implements AsyncDisposable {
  /** Where the page is: `http://127.0.0.1:49152/`. */
  readonly url: string;
  readonly #worker: Worker;
  readonly #failed: (error: Error) => void;
  readonly #latest = new Latest();
  #taken = Promise.withResolvers<void>();
  #runs: readonly RunSnapshot[] | undefined;

  private constructor(worker: Worker, url: string, { asked, failed }: StudioOptions) {
    this.#worker = worker;
    this.url = url;
    this.#failed = (error) => failed?.(error);
    worker.on('error', (error) => this.#failed(asError(error)));
    worker.on('message', (message: FromStudio) => {
      if (message.kind === 'asked') asked?.(message.request);
      else this.#taken.resolve();
    });
  }

  /** Resolves when the page can be opened. Rejects when no port of the loopback can be had. */
  static async open(options: StudioOptions = {}): Promise<Studio> {
    const { port = 0, room } = options;
    const data: ThreadData = { port, ...(room !== undefined && { room }) };
    const worker = new Worker(new URL('thread/main.ts', import.meta.url), {
      workerData: data,
      env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const message: unknown[] = await once(worker, 'message');
    return new Studio(worker, String(message[0]), options);
  }

  /**
   * Shows what the function gives, unless it is called again before its turn comes. Never waits.
   *
   * Runs that are the same array as in the snapshot before are not sent again.
   */
  show(snapshot: () => Snapshot | Promise<Snapshot>): void {
    this.#latest.offer(() => this.#hand(snapshot).catch((error) => this.#failed(asError(error))));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  async #hand(snapshot: () => Snapshot | Promise<Snapshot>): Promise<void> {
    const { runs, ...rest } = await snapshot();
    const message: SnapshotMessage = runs === this.#runs ? rest : { ...rest, runs };
    this.#runs = runs;
    this.#taken = Promise.withResolvers<void>();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    this.#worker.postMessage(message);
    await this.#taken.promise;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
