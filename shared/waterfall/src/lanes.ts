import type { Span, Trace } from '@tracelings/trace-shape';
import { type Bounds, boundsOf } from './bounds.ts';

/** Spans that share a time axis. */
export interface Lane {
  /** The traces in it, in the order of {@link Trace.traceIds}. */
  readonly traceIds: readonly string[];
  readonly bounds: Bounds;
}

/** With more empty time than this for each part of work, bars would be too short to be told apart. */
const emptiest = 20;

/**
 * One axis for everything, so that what happened at the same time stands at the same place; or one
 * for each trace, where the traces lie so far apart that no bar of a common axis could be seen.
 */
export function lanesOf(trace: Trace): readonly Lane[] {
  const whole: Lane = { traceIds: trace.traceIds, bounds: boundsOf(trace.spans) };
  const single = laneOfEach(trace);
  const worked = single.reduce((sum, { bounds }) => sum + lengthOf(bounds), 0);
  return lengthOf(whole.bounds) > emptiest * worked ? single : [whole];
}

function laneOfEach(trace: Trace): Lane[] {
  const byTrace: ReadonlyMap<string, readonly Span[]> = Map.groupBy(
    trace.spans,
    (span) => span.traceId,
  );
  return [...byTrace].map(([traceId, spans]) => ({ traceIds: [traceId], bounds: boundsOf(spans) }));
}

function lengthOf({ start, end }: Bounds): number {
  return Number(end - start);
}
