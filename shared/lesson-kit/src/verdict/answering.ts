import type { Check, Run } from '../lesson/check.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { type Answer, ask } from './answer.ts';

/** By scenario, as far as they are there. */
export type Runs = ReadonlyMap<string, Run<unknown>>;

/** Asks each check once, as soon as somebody wants to know and its run is there. */
export class Answering {
  readonly #lesson: LessonFolder;
  readonly #answers = new Map<string, Answer>();

  constructor(lesson: LessonFolder) {
    this.#lesson = lesson;
  }

  /** The answer that speaks for the whole. None as long as a check before it waits for its run. */
  firstFailure(runs: Runs): Answer | undefined {
    for (const check of this.#lesson.manifest.checks) {
      if (!runs.has(check.scenario)) return undefined;
      const answer = this.#answerOf(check, runs);
      if (answer.verdict.verdict !== 'passed') return answer;
    }
    return undefined;
  }

  /** In the lesson's order. A check whose run is not there is one that could not be judged. */
  all(runs: Runs): Answer[] {
    return this.#lesson.manifest.checks.map((check) => this.#answerOf(check, runs));
  }

  #answerOf(check: Check<unknown>, runs: Runs): Answer {
    const known = this.#answers.get(check.id);
    const answer = known ?? ask(this.#lesson, check, runs.get(check.scenario));
    this.#answers.set(check.id, answer);
    return answer;
  }
}
