import { join } from 'node:path';
import {
  type LessonFolder,
  WaitingProcess,
  keepProgram,
  launchRehearsed,
} from '@tracelings/lesson-kit';

/** Keeps every process of the next check ready, so that it begins without loading anything. */
export class WaitingRoom implements Disposable {
  readonly #lesson: LessonFolder;
  readonly #waiting = new Map<string, WaitingProcess[]>();

  #isClosed = false;

  constructor(lesson: LessonFolder) {
    this.#lesson = lesson;
    void keepProgram().then(() => this.refill());
  }

  readonly take = (scenario: string): WaitingProcess =>
    this.#waiting.get(scenario)?.shift() ?? new WaitingProcess();

  /** Called between two checks, when nobody waits for an answer, or while more saves are awaited. */
  refill(): void {
    // A check that ends after the lesson was left would start processes that nobody ends.
    if (this.#isClosed) return;
    const { scenarios, entry } = this.#lesson.manifest;
    const program = join(this.#lesson.solution, 'src', entry);
    // The first takes longest, so what all of them take is what that one takes.
    const [longest] = Object.keys(scenarios);
    // Each has one process, or one for each of its services and one that drives them.
    for (const [scenario, { services = [] }] of Object.entries(scenarios)) {
      const givesWay = scenario !== longest;
      const launch = launchRehearsed(this.#lesson, scenario, { givesWay, program });
      const waiting = this.#waiting.get(scenario) ?? [];
      while (waiting.length <= services.length) waiting.push(new WaitingProcess(launch));
      this.#waiting.set(scenario, waiting);
    }
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    for (const waiting of this.#waiting.values()) {
      for (const process of waiting.splice(0)) process[Symbol.dispose]();
    }
  }
}
