import { constants } from 'node:os';
import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that comes so soon after another is the same: npm hands on what it is told. */
const ECHO_MS = 500;

type Signal = (typeof signals)[number];

/**
 * Turns the first signal into an abort, so that whatever runs is ended and put away in order. A
 * later one ends the process at once.
 */
export class Interruption implements Disposable {
  static #isCtrlCForOthers = false;
  readonly #controller = new AbortController();
  #signal: Signal | undefined;
  #takenAt = 0;

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
   * From when another program is given the terminal until no more keys are read from it: first Ctrl-C
   * is meant for that program, and afterwards it is a key. Its signal reaches all who run there, and
   * comes late at times: npm tells its command once more what it was told, and the end of a program
   * may be known here before the Ctrl-C that ended it.
   */
  static leaveCtrlCToOthers(): Disposable {
    Interruption.#isCtrlCForOthers = true;
    return { [Symbol.dispose]: () => (Interruption.#isCtrlCForOthers = false) };
  }

  [Symbol.dispose](): void {
    for (const signal of signals) process.off(signal, this.#take);
  }

  readonly #take = (signal: Signal): void => {
    if (signal === 'SIGINT' && Interruption.#isCtrlCForOthers) return;
    if (this.#signal !== undefined) {
      if (performance.now() - this.#takenAt > ECHO_MS) process.exit(this.exitCode);
      return;
    }
    this.#signal = signal;
    this.#takenAt = performance.now();
    this.#controller.abort(new Error(`The command was ended by ${signal}.`));
  };
}
