import { constants } from 'node:os';
import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Signal = (typeof signals)[number];

/**
 * Turns the first signal into an abort, so that whatever runs is ended and put away in order. A
 * second one ends the process at once.
 */
export class Interruption implements Disposable {
  static #isCtrlCForOthers = false;
  readonly #controller = new AbortController();
  #signal: Signal | undefined;

  constructor() {
    for (const signal of signals) process.on(signal, this.#take);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** As shells count it, and only once a signal has arrived. */
  get exitCode(): number | undefined {
    return this.#signal === undefined ? undefined : 128 + constants.signals[this.#signal];
  }

  /**
   * For as long as another program has the terminal. Ctrl-C reaches every program there, and is meant
   * for the one in front.
   */
  static async leaveCtrlCToOthers<Result>(work: () => Promise<Result>): Promise<Result> {
    Interruption.#isCtrlCForOthers = true;
    try {
      return await work();
    } finally {
      // What has ended the other program may be told here after its end.
      await nextTurn();
      Interruption.#isCtrlCForOthers = false;
    }
  }

  [Symbol.dispose](): void {
    for (const signal of signals) process.off(signal, this.#take);
  }

  readonly #take = (signal: Signal): void => {
    if (signal === 'SIGINT' && Interruption.#isCtrlCForOthers) return;
    if (this.#signal !== undefined) process.exit(this.exitCode);
    this.#signal = signal;
    this.#controller.abort(new Error(`The command was ended by ${signal}.`));
  };
}
