import type { Trace } from '@tracelings/trace-shape';
import type { Evidence } from '../run/evidence.ts';

/** What a check looks at: one run of one scenario. Nothing in it was verified but its shape. */
export interface Run<Inputs> {
  /** Exported spans as the source gave them, with the spans that were left open beside them. */
  readonly trace: Trace;
  /** What the process left behind besides its trace. */
  readonly evidence: Evidence;
  /** What the scenario was handed, as the lesson's `inputs` drew it. */
  readonly inputs: Inputs;
}

/**
 * One thing a trace must be. It says nothing of where the trace came from, so the same check
 * reads memory, Jaeger, and a submission behind a wall.
 *
 * A check that finds nothing to complain of in an empty trace passes for every program that does
 * nothing, so ask for the span first; `verifyLesson` refuses one that does not.
 *
 * @example
 * ```ts
 * const ended: Check<{ orderId: string }> = {
 *   id: 'ended',
 *   title: 'the span is ended',
 *   points: 2,
 *   scenario: 'order',
 *   judge({ evidence }) {
 *     if (evidence.ended.length === 0 || evidence.open.length > 0) {
 *       throw new Explanation({ sought: 'an ended span', found: 'none', next: 'Call end().' });
 *     }
 *   },
 * };
 * ```
 */
export interface Check<Inputs> {
  /** Stable, kebab-case, unique in its lesson: hints, progress and grades refer to it. */
  readonly id: string;
  /** A sentence a learner understands: "the span is ended". */
  readonly title: string;
  /** A whole number, at least 1. */
  readonly points: number;
  /** The scenario whose run it judges. */
  readonly scenario: string;
  /**
   * Returns when the run is right and throws an `Explanation` when it is not.
   * Must throw for a run that left no span at all, unless no span is what it asks for.
   */
  judge(run: Run<Inputs>): void;
}
