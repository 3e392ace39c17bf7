import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('packer-program.ts', import.meta.url));

/** What is to be packed: a lesson, or else what every lesson shares. */
export interface PackOrder {
  readonly number: number;
  readonly shared: string;
  readonly lesson?: { readonly directory: string; readonly to: string };
}

/** Sent for each order, once it is done. */
export interface PackAnswer {
  readonly number: number;
  readonly fault?: string;
}

/**
 * Packs in a process of its own. The bundler leaves two hundred megabytes behind, and to start a
 * process takes longer the more memory there is: a judge that bundled would spend seven milliseconds
 * of its time on each process of each submission instead of two.
 */
export class Packer implements Disposable {
  readonly #shared: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<void>>();
  #child: ChildProcess | undefined;
  #orders = 0;

  /** The folder is for what every lesson shares. */
  constructor(shared: string) {
    this.#shared = shared;
  }

  packShared(): Promise<void> {
    return this.#order({});
  }

  /** Packs what is in the folder `directory` into the folder `to`. */
  packLesson(directory: string, to: string): Promise<void> {
    return this.#order({ lesson: { directory, to } });
  }

  [Symbol.dispose](): void {
    this.#child?.kill('SIGKILL');
  }

  #order(order: Pick<PackOrder, 'lesson'>): Promise<void> {
    this.#orders += 1;
    const number = this.#orders;
    const waiting = Promise.withResolvers<void>();
    this.#waiting.set(number, waiting);
    this.#child ??= this.#start();
    this.#child.send({ number, shared: this.#shared, ...order } satisfies PackOrder);
    return waiting.promise;
  }

  #start(): ChildProcess {
    const child = fork(PROGRAM, {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a program of ours sent it
    child.on('message', (message) => this.#receive(message as PackAnswer));
    child
      .once('exit', () => this.#lose('it ended'))
      .once('error', ({ message }) => this.#lose(message));
    return child;
  }

  #receive({ number, fault }: PackAnswer): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (fault === undefined) waiting?.resolve();
    else waiting?.reject(new Error(fault));
  }

  #lose(why: string): void {
    this.#child = undefined;
    for (const number of this.#waiting.keys())
      this.#receive({ number, fault: `The process that packs lessons is gone: ${why}.` });
  }
}
