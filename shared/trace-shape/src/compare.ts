import type { Explanation } from './explanation/explanation.ts';
import { explainDifference } from './explaining/explain.ts';
import { Matching } from './matching/matching.ts';
import type { Shape } from './shape/shape.ts';
import { planOf } from './matching/shape-plan.ts';
import type { Trace } from './trace.ts';

/**
 * The one thing to say about a trace that has not the shape; `undefined` when it has.
 *
 * Expected and actual spans are paired by the least difference between them. Of all that differs, what
 * explains the rest is said first: nothing in the trace at all, a span that never ended, a wrong parent, a
 * missing span, a wrong field, an unexpected span.
 *
 * Takes n log n steps for n spans as long as shapes ask for exact values; a pattern or a test in
 * the place of a name is tried on every span.
 *
 * @see {@link expectShape}, which throws instead.
 */
export function compare(trace: Trace, shape: Shape): Explanation | undefined {
  const matching = new Matching(trace, planOf(shape));
  if (matching.isExact) return undefined;
  return explainDifference(matching).with({ shape });
}

/**
 * Demands that a trace has a shape.
 *
 * @throws {Explanation} saying the one thing that differs.
 *
 * @example
 * ```ts
 * expectShape(trace, shape([span('greet', { kind: 'internal' })]));
 * ```
 */
export function expectShape(trace: Trace, shape: Shape): void {
  const explanation = compare(trace, shape);
  if (!explanation) return;
  Error.captureStackTrace(explanation, expectShape);
  throw explanation;
}
