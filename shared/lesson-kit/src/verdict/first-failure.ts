import type { Explanation } from '@tracelings/trace-shape';
import type { Run } from '../lesson/check.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { ask } from './answer.ts';
import { runFor } from './judge-order.ts';
import type { JudgeOrder } from './judge-order.ts';
import type { Judgement } from './judge.ts';
import type { CheckVerdict } from './verdict.ts';

/** The first check that a subject does not pass, and what it was asked about. */
export interface FirstFailure {
  readonly check: CheckVerdict;
  /** Absent where the run could not be judged. */
  readonly explanation?: Explanation;
  readonly run: Run<unknown>;
}

/**
 * What `judge` would report first, for the price of the runs that it takes to get there: scenarios
 * that only later checks read are not run. `undefined`: every check passes.
 */
export async function findFirstFailure(order: JudgeOrder): Promise<FirstFailure | undefined> {
  const runs = new Map<string, Run<unknown>>();
  for (const check of order.lesson.manifest.checks) {
    const run = runs.get(check.scenario) ?? (await runFor(order, check.scenario));
    runs.set(check.scenario, run);
    const { verdict, explanation } = ask(order.lesson, check, run);
    if (verdict.verdict !== 'passed') {
      return { check: verdict, run, ...(explanation && { explanation }) };
    }
  }
  return undefined;
}

/** The same, of a judgement that went on to its end. */
export function firstFailureIn(
  { manifest }: LessonFolder,
  { verdict, runs, failure }: Judgement,
): FirstFailure | undefined {
  const check = verdict.checks.find((candidate) => candidate.verdict !== 'passed');
  const scenario = manifest.checks.find(({ id }) => id === check?.id)?.scenario ?? '';
  const run = runs.get(scenario);
  return check && run && { check, run, ...(failure && { explanation: failure }) };
}
