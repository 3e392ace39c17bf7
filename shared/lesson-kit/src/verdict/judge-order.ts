import type { Run } from '../lesson/check.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { Random } from '../lesson/random.ts';
import { runScenario } from '../run/scenario-run.ts';
import type { WaitingProcess } from '../run/waiting-process.ts';
import { traceOf } from '../source/exported-trace.ts';
import type { Source } from '../source/source.ts';
import type { CheckVerdict } from './verdict.ts';

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
  /**
   * The check that somebody works on. The scenarios that it and the checks before it read run first,
   * with the machine for themselves; the others follow.
   */
  readonly upTo?: string;
  /**
   * Told the first check that does not pass, as soon as that is certain and while other scenarios are
   * still to run. It says nothing of the checks after that one.
   */
  readonly onFailure?: (first: CheckVerdict) => void;
  /** Ends all that runs; `judge` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Runs one of the lesson's scenarios as the order says, and reads its trace. */
export async function runFor(order: JudgeOrder, scenario: string): Promise<Run<unknown>> {
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
