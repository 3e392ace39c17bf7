import type { Span } from '@tracelings/trace-shape';

/** The stretch of time that a waterfall shows, in nanoseconds since the Unix epoch. */
export interface Bounds {
  readonly start: bigint;
  /** Later than `start`, by a nanosecond at least, so that every place can be divided by it. */
  readonly end: bigint;
}

/** Where a bar begins and ends, as shares of the whole: 0 is the left edge and 1 the right. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * From the first start to the last moment that the spans tell of: an end, an event, or the start
 * of a span that never ended. No spans give a stretch of one nanosecond.
 *
 * @example
 * ```ts
 * const bounds = boundsOf(trace.spans);
 * const { from, to } = placeOf(bounds, span);
 * bar.style.left = `${from * 100}%`;
 * ```
 */
export function boundsOf(spans: readonly Span[]): Bounds {
  let start: bigint | undefined;
  let end = 0n;
  for (const span of spans) {
    if (start === undefined || span.startTime < start) start = span.startTime;
    for (const time of timesOf(span)) if (time > end) end = time;
  }
  const first = start ?? 0n;
  return { start: first, end: end > first ? end : first + 1n };
}

function timesOf(span: Span): bigint[] {
  return [span.endTime ?? span.startTime, ...span.events.map((event) => event.time)];
}

/**
 * Where a bar stands between the bounds. Times outside of them are drawn at the edge; one without
 * an end goes on to the right edge, since nobody knows where it would have stopped.
 */
export function placeOf(
  bounds: Bounds,
  { startTime, endTime }: Pick<Span, 'startTime' | 'endTime'>,
): Place {
  const from = shareOf(bounds, startTime);
  return { from, to: endTime === undefined ? 1 : Math.max(from, shareOf(bounds, endTime)) };
}

function shareOf({ start, end }: Bounds, time: bigint): number {
  return Math.max(0, Math.min(1, Number(time - start) / Number(end - start)));
}
