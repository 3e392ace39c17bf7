import { WaitingProcess } from '@tracelings/lesson-kit';

/** Keeps one process ready, so that the next run begins without loading anything first. */
export class WaitingRoom implements Disposable {
  #waiting: WaitingProcess | undefined = new WaitingProcess();

  readonly take = (): WaitingProcess => {
    const taken = this.#waiting ?? new WaitingProcess();
    this.#waiting = undefined;
    return taken;
  };

  /** Called between two checks, when nobody waits for an answer. */
  refill(): void {
    this.#waiting ??= new WaitingProcess();
  }

  [Symbol.dispose](): void {
    this.#waiting?.[Symbol.dispose]();
  }
}
