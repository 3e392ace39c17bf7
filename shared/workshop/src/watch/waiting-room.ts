import { type LessonFolder, WaitingProcess } from '@tracelings/lesson-kit';

/** Keeps a process ready for each scenario, so that the next check begins without loading anything. */
export class WaitingRoom implements Disposable {
  readonly #seats: number;
  readonly #waiting: WaitingProcess[] = [];

  #isClosed = false;

  constructor(lesson: LessonFolder) {
    this.#seats = Object.keys(lesson.manifest.scenarios).length;
    this.refill();
  }

  readonly take = (): WaitingProcess => this.#waiting.shift() ?? new WaitingProcess();

  /** Called between two checks, when nobody waits for an answer. */
  refill(): void {
    // A check that ends after the lesson was left would start processes that nobody ends.
    if (this.#isClosed) return;
    while (this.#waiting.length < this.#seats) this.#waiting.push(new WaitingProcess());
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    for (const process of this.#waiting.splice(0)) process[Symbol.dispose]();
  }
}
