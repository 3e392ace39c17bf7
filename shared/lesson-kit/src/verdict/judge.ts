import { Explanation } from '@tracelings/trace-shape';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Check, Run } from '../lesson/check.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { Random } from '../lesson/random.ts';
import type { Ending, Evidence } from '../run/evidence.ts';
import { runScenario } from '../run/scenario-run.ts';
import type { WaitingProcess } from '../run/waiting-process.ts';
import { traceOf } from '../source/exported-trace.ts';
import type { Source } from '../source/source.ts';
import { endingSentence } from './ending-sentence.ts';
import type { CheckVerdict, LessonVerdict, VerdictWord } from './verdict.ts';

/** What is to be judged, and how. */
export interface JudgeOrder {
  /** Whose scenarios are run and whose checks are asked. */
  readonly lesson: LessonFolder;
  /** An opened subject; only where it lies counts. */
  readonly subject: { readonly directory: string };
  /** Where the trace is read from. */
  readonly source: Source;
  /** Draws the inputs; the same seed gives the same run. */
  readonly seed: number;
  /** Where the processes of a scenario come from; waiting ones make a run begin at once. */
  readonly process?: (scenario: string) => WaitingProcess;
  /** Ends all that runs; `judge` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A verdict, and what it was made from. */
export interface Judgement {
  /** What is reported, and nothing that is not. */
  readonly verdict: LessonVerdict;
  /** By scenario. */
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
  const runs = await runAll(order);
  const answers = order.lesson.manifest.checks.map((check) => ask(order, check, runs));
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

async function runAll(order: JudgeOrder): Promise<Map<string, Run<unknown>>> {
  const scenarios = new Set(order.lesson.manifest.checks.map((check) => check.scenario));
  const limit = pLimit(availableParallelism());
  const runs = [...scenarios].map((scenario) =>
    limit(async () => [scenario, await runOne(order, scenario)] as const),
  );
  return new Map(await Promise.all(runs));
}

async function runOne(order: JudgeOrder, scenario: string): Promise<Run<unknown>> {
  const { lesson, subject, source, seed, process, signal } = order;
  const inputs = lesson.manifest.inputs(new Random(`${seed}:${scenario}`));
  const evidence = await runScenario({
    lesson,
    scenario,
    subject: subject.directory,
    inputs,
    sink: source.sink,
    ...(process && { process }),
    ...(signal && { signal }),
  });
  return { inputs, evidence, trace: traceOf(await source.read(evidence, signal), evidence) };
}

interface Answer {
  readonly verdict: CheckVerdict;
  readonly explanation?: Explanation;
}

function ask(
  order: JudgeOrder,
  check: Check<unknown>,
  runs: ReadonlyMap<string, Run<unknown>>,
): Answer {
  const run = runs.get(check.scenario);
  const hindrance = run === undefined ? undefined : hindranceOf(order.lesson, check, run.evidence);
  if (run === undefined || hindrance !== undefined) {
    return { verdict: verdictOn(check, 'could-not-run', hindrance ?? '') };
  }
  try {
    check.judge(run);
    return { verdict: verdictOn(check, 'passed', '') };
  } catch (thrown) {
    if (thrown instanceof Explanation) {
      return { verdict: verdictOn(check, 'not-yet', thrown.message), explanation: thrown };
    }
    throw new Error(
      `The check "${check.id}" of ${order.lesson.id} broke (${String(thrown)}), which is a fault of ` +
        'the lesson and not of the program. Let the check throw an Explanation instead.',
      { cause: thrown },
    );
  }
}

function hindranceOf(
  lesson: LessonFolder,
  check: Check<unknown>,
  evidence: Evidence,
): string | undefined {
  const judged = lesson.manifest.scenarios[check.scenario]?.judged ?? [];
  return isJudged(evidence.ending, judged)
    ? undefined
    : endingSentence(evidence, lesson.manifest.entry);
}

function isJudged(ending: Ending, judged: readonly string[]): boolean {
  return ending.kind === 'finished' || ending.kind === 'exited' || judged.includes(ending.kind);
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

function verdictOn(check: Check<unknown>, verdict: VerdictWord, message: string): CheckVerdict {
  const { id, title, points: maxPoints } = check;
  return { id, title, verdict, points: verdict === 'passed' ? maxPoints : 0, maxPoints, message };
}

/** The first failure is the next thing to do, so it speaks for the whole. */
function wholeVerdict(checks: readonly CheckVerdict[]): VerdictWord {
  return checks.find((check) => check.verdict !== 'passed')?.verdict ?? 'passed';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
