import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns the first Ctrl-C, or kill, into an AbortSignal. Dispose it to hand signals back to Node. */
export class Interruption implements Disposable {
  readonly #controller = new AbortController();
  #name: (typeof signals)[number] | undefined;

  constructor() {
    for (const name of signals) process.on(name, this.#interrupt);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What a shell expects of a process that a signal ended. */
  get exitCode(): number {
    return this.#name === undefined ? 0 : 128 + constants.signals[this.#name];
  }

  [Symbol.dispose](): void {
    for (const name of signals) process.off(name, this.#interrupt);
  }

  readonly #interrupt = (name: NodeJS.Signals): void => {
    this.#name = signals.find((one) => one === name);
    this.#controller.abort();
  };
}
