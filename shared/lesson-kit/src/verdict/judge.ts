import type { Explanation } from '@tracelings/trace-shape';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Run } from '../lesson/check.ts';
import { Answering, type Runs } from './answering.ts';
import { runFor } from './judge-order.ts';
import type { JudgeOrder } from './judge-order.ts';
import type { CheckVerdict, LessonVerdict, VerdictWord } from './verdict.ts';

/** A verdict, and what it was made from. */
export interface Judgement {
  /** What is reported, and nothing that is not. */
  readonly verdict: LessonVerdict;
  /** By scenario, in the manifest's order. */
  readonly runs: ReadonlyMap<string, Run<unknown>>;
  /** What the first failing check threw; absent where none failed or none could be asked. */
  readonly failure?: Explanation;
}

/**
 * Judges a subject: runs each scenario that a check reads in a process of its own, reads the trace
 * back from the source, and asks the checks.
 *
 * A subject that cannot run is a verdict, not an error. Rejects when the signal is aborted, when
 * the source fails, as a Jaeger that has gone away does, and when a check throws anything but an
 * `Explanation`, which is the lesson's fault.
 *
 * @example
 * ```ts
 * const lesson = await findLesson('01');
 * await using subject = await openSubject(lesson, lesson.starter);
 * const { verdict } = await judge({ lesson, subject, source: memorySource(), seed: 1 });
 * process.exitCode = exitCodeOf(verdict.verdict);
 * ```
 */
export async function judge(order: JudgeOrder): Promise<Judgement> {
  const began = performance.now();
  const answering = new Answering(order.lesson);
  const runs = await runAll(order, answering);
  const answers = answering.all(runs);
  const checks = sayHindrancesOnce(answers.map((answer) => answer.verdict));
  const failure = answers.find((answer) => answer.verdict.verdict !== 'passed')?.explanation;
  return {
    verdict: {
      version: 1,
      lesson: order.lesson.id,
      source: order.source.kind,
      seed: order.seed,
      verdict: wholeVerdict(checks),
      points: sum(checks.map((check) => check.points)),
      maxPoints: sum(checks.map((check) => check.maxPoints)),
      durationMs: Math.round(performance.now() - began),
      checks,
    },
    runs,
    ...(failure && { failure }),
  };
}

/** In the manifest's order, so that the longest can be the first of those that wait for a core. */
async function runAll(order: JudgeOrder, answering: Answering): Promise<Runs> {
  const { checks, scenarios: plans } = order.lesson.manifest;
  const read = new Set(checks.map((check) => check.scenario));
  const scenarios = Object.keys(plans).filter((scenario) => read.has(scenario));
  const last = checks.findIndex((check) => check.id === order.upTo);
  const urgent = new Set(checks.slice(0, last + 1).map((check) => check.scenario));
  const runs = new Map<string, Run<unknown>>();
  // Each of them waits now and then, for a deadline or for its process to be gone.
  const limit = pLimit(availableParallelism() + 1);
  let tell = order.onFailure;
  const runOne = async (scenario: string): Promise<void> => {
    runs.set(scenario, await runFor(order, scenario));
    const failure = runs.size < scenarios.length ? answering.firstFailure(runs) : undefined;
    if (failure === undefined) return;
    tell?.(failure.verdict);
    tell = undefined;
  };
  for (const isUrgent of [true, false]) {
    const group = scenarios.filter((scenario) => urgent.has(scenario) === isUrgent);
    await Promise.all(group.map((scenario) => limit(() => runOne(scenario))));
  }
  // They came in as they ended; whoever lists them wants the same order every time.
  const place = ([scenario]: [string, Run<unknown>]): number => scenarios.indexOf(scenario);
  return new Map([...runs].toSorted((one, other) => place(one) - place(other)));
}

/** What kept a whole run from being judged is said by the first check of that run alone. */
function sayHindrancesOnce(checks: readonly CheckVerdict[]): CheckVerdict[] {
  const said = new Set<string>();
  return checks.map((check) => {
    const isSaid = check.verdict === 'could-not-run' && said.has(check.message);
    said.add(check.message);
    return isSaid ? { ...check, message: '' } : check;
  });
}

/** The first failure is the next thing to do, so it speaks for the whole. */
function wholeVerdict(checks: readonly CheckVerdict[]): VerdictWord {
  return checks.find((check) => check.verdict !== 'passed')?.verdict ?? 'passed';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
