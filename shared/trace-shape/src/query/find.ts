import { setTimeout as pause } from 'node:timers/promises';
import { Explanation } from '../explanation/explanation.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { getAllSpans, getSpan } from './queries.ts';
import { queryText } from './query-text.ts';
import { rulesOf, type SpanQuery } from './span-query.ts';

/** How long {@link findSpan} waits. */
export interface FindOptions {
  /** Milliseconds after which to give up. Default 1,000. */
  readonly timeout?: number;
  /** Milliseconds between two looks. Default 50. */
  readonly interval?: number;
}

/** How to read the trace anew, for each look. */
export type PolledTrace = () => Trace | Promise<Trace>;

/**
 * Waits for the one span that matches.
 *
 * Reads the trace again and again. A look that fails, also one that cannot read the trace, is
 * followed by another until the time is over.
 *
 * @throws {Explanation} what the last look found wanting, and how long was waited.
 * @throws {Error} when the last look could not read the trace; its `cause` says why.
 *
 * @example
 * ```ts
 * const worker = await findSpan(() => new Trace(recorded), 'send receipt', { timeout: 2_000 });
 * ```
 */
export async function findSpan(
  read: PolledTrace,
  query: SpanQuery,
  options: FindOptions = {},
): Promise<Span> {
  return poll(wantedText(query), async () => getSpan(await read(), query), options);
}

/**
 * Waits until at least one span matches, and gives all that do then. More may come later.
 *
 * @throws {Explanation} what the last look found wanting, and how long was waited.
 * @throws {Error} when the last look could not read the trace; its `cause` says why.
 */
export async function findAllSpans(
  read: PolledTrace,
  query: SpanQuery,
  options: FindOptions = {},
): Promise<Span[]> {
  return poll(wantedText(query), async () => getAllSpans(await read(), query), options);
}

/** A query that no trace could answer is refused at once, not at the end of the waiting. */
function wantedText(query: SpanQuery): string {
  rulesOf(query);
  return `a ${queryText(query)}`;
}

async function poll<T>(
  wanted: string,
  look: () => Promise<T>,
  { timeout = 1_000, interval = 50 }: FindOptions,
): Promise<T> {
  const deadline = performance.now() + timeout;
  for (;;) {
    try {
      return await look();
    } catch (failure) {
      const left = deadline - performance.now();
      if (left <= 0) throw givenUp(wanted, timeout, failure);
      await pause(Math.min(interval, left));
    }
  }
}

function givenUp(wanted: string, timeout: number, failure: unknown): Error {
  const waited = `within ${timeout} ms`;
  if (!(failure instanceof Explanation)) {
    const message = `Looked for ${wanted} ${waited}, and could not read the trace.`;
    return new Error(message, { cause: failure });
  }
  return failure.with({ sought: `${failure.sought}, ${waited}` });
}
