import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { explainNone, explainSeveral } from './query-explanation.ts';
import { spansThatMatch, traceOf, type SpanQuery, type TraceSource } from './span-query.ts';

/**
 * All spans that match, in the order of the trace; an empty list when none does. Spans that never
 * ended are found too, here and in the other queries.
 *
 * @throws {ShapeError} for a query that asks for nothing, or for a field that does not exist.
 */
export function queryAllSpans(source: TraceSource, query: SpanQuery): Span[] {
  return spansThatMatch(traceOf(source), query);
}

/**
 * The span that matches; `undefined` when none does.
 *
 * @throws {Explanation} when several match.
 * @throws {ShapeError} for a query that asks for nothing, or for a field that does not exist.
 */
export function querySpan(source: TraceSource, query: SpanQuery): Span | undefined {
  const trace = traceOf(source);
  const found = spansThatMatch(trace, query);
  if (found.length > 1) throw below(querySpan, explainSeveral(trace, query, found));
  return found[0];
}

/**
 * All spans that match, at least one.
 *
 * @throws {Explanation} when none does; it names the span that comes nearest, and draws what is there.
 * @throws {ShapeError} for a query that asks for nothing, or for a field that does not exist.
 */
export function getAllSpans(source: TraceSource, query: SpanQuery): Span[] {
  const trace = traceOf(source);
  return oneOrMore(trace, query, getAllSpans);
}

/**
 * The one span that matches.
 *
 * @throws {Explanation} when none does, or several do; it draws what is there.
 * @throws {ShapeError} for a query that asks for nothing, or for a field that does not exist.
 *
 * @example
 * ```ts
 * const charge = getSpan(trace, { name: /^charge/, status: 'error' });
 * ```
 */
export function getSpan(source: TraceSource, query: SpanQuery): Span {
  const trace = traceOf(source);
  const found = oneOrMore(trace, query, getSpan);
  const [only] = found;
  if (only && found.length === 1) return only;
  throw below(getSpan, explainSeveral(trace, query, found));
}

function oneOrMore(trace: Trace, query: SpanQuery, caller: Query): Span[] {
  const found = spansThatMatch(trace, query);
  if (found.length === 0) throw below(caller, explainNone(trace, query));
  return found;
}

type Query = (source: TraceSource, query: SpanQuery) => unknown;

/** The stack begins where the query was asked, which is the line that a test runner shows. */
function below(query: Query, error: Error): Error {
  Error.captureStackTrace(error, query);
  return error;
}
