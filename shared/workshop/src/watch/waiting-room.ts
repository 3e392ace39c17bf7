import {
  type Launcher,
  type LessonFolder,
  WaitingProcess,
  keepProgram,
  launchRehearsed,
} from '@tracelings/lesson-kit';

/** Keeps every process of the next check ready, so that it begins without loading anything. */
export class WaitingRoom implements Disposable {
  readonly #launch: Launcher;
  readonly #seats: number;
  readonly #waiting: WaitingProcess[] = [];

  #isClosed = false;

  constructor(lesson: LessonFolder) {
    this.#launch = launchRehearsed(lesson);
    this.#seats = processesFor(lesson);
    void keepProgram().then(() => this.refill());
  }

  readonly take = (): WaitingProcess => this.#waiting.shift() ?? new WaitingProcess();

  /** Called between two checks, when nobody waits for an answer. */
  refill(): void {
    // A check that ends after the lesson was left would start processes that nobody ends.
    if (this.#isClosed) return;
    while (this.#waiting.length < this.#seats) this.#waiting.push(new WaitingProcess(this.#launch));
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    for (const process of this.#waiting.splice(0)) process[Symbol.dispose]();
  }
}

/** One for each scenario, or one for each of its services and one that drives them. */
function processesFor({ manifest }: LessonFolder): number {
  const plans = Object.values(manifest.scenarios);
  return plans.reduce((sum, { services }) => sum + (services ? services.length + 1 : 1), 0);
}
