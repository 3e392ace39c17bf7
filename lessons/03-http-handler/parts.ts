import { Explanation, Trace } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Ending, Evidence, Moment, Run } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';

type Advice = Pick<ExplanationParts, 'because' | 'next'>;

/** The parts of the gateway's day: what it gets through, and how many requests that is. */
const PARTS = {
  paid: { after: 'two customers who pay at the same time', requests: 3 },
  refused: { after: 'requests that make no sense', requests: 2 },
  goneAway: { after: 'a customer who leaves before the answer', requests: 1 },
  failed: { after: 'payments that fail', requests: 2 },
} as const;

export type Part = keyof typeof PARTS;

/** What one part of the day left. */
export interface GatewayRun extends Run<Inputs> {
  /** How many requests came. */
  readonly requests: number;
}

/**
 * One part of the day, as if the gateway had lived for it alone: the spans that were started in it,
 * and what was observed. A gateway that breaks down takes no evidence from the parts before.
 */
export function during(run: Run<Inputs>, part: Part): GatewayRun {
  const begins = run.evidence.moments.filter(({ name }) => name === 'part');
  const place = begins.findIndex(({ value }) => value === part);
  const [begin, next] = place < 0 ? [] : begins.slice(place, place + 2);
  if (next === undefined) refuseBreakdown(run.evidence.ending, part);
  const evidence = between(run.evidence, begin, next);
  const trace = new Trace(run.trace.spans.filter(among(evidence.started)));
  return { ...run, evidence, trace, requests: PARTS[part].requests };
}

function refuseBreakdown(ending: Ending, part: Part): void {
  if (ending.kind !== 'threw' && ending.kind !== 'timed-out') return;
  throw new Explanation({
    sought: `the gateway still at work after ${PARTS[part].after}`,
    found:
      ending.kind === 'threw'
        ? `${ending.reason}, and as nobody caught it the gateway stopped`
        : 'somebody waited for it until the time was up',
    ...(hasLostItsSpan(ending) ? ALONE : UNCAUGHT),
  });
}

function hasLostItsSpan(ending: Ending): boolean {
  return ending.kind === 'threw' && ending.reason.includes('_isSpanEnded');
}

const ALONE: Advice = {
  because:
    'what is handed over as `span.end` is a function that has lost its span. An emitter calls it ' +
    'with itself in the place of the span',
  next: 'hand over a function that calls it: `() => span.end()`',
};

const UNCAUGHT: Advice = {
  because:
    'serve() answers for what reaches its catch. An error in a listener does not, nor one in a ' +
    'promise that nobody awaits, and such an error ends the whole program',
  next: 'return or await each promise, also the one that `finally()` and `then()` give back',
};

function between(evidence: Evidence, begin?: Moment, next?: Moment): Evidence {
  const started = evidence.started.slice(begin?.started ?? Infinity, next?.started);
  const isMine = among(started);
  const moments = momentsBetween(evidence, begin, next);
  return {
    ...evidence,
    started,
    ended: evidence.ended.filter(isMine),
    exported: evidence.exported.filter(isMine),
    open: evidence.open.filter(isMine),
    endCalls: evidence.endCalls.filter(isMine),
    observed: Object.fromEntries(moments.map(({ name, value }) => [name, value])),
    moments,
  };
}

function momentsBetween({ moments }: Evidence, begin?: Moment, next?: Moment): readonly Moment[] {
  const from = begin === undefined ? moments.length : moments.indexOf(begin);
  return moments.slice(from, next && moments.indexOf(next));
}

function among(spans: readonly Span[]): (span: Pick<Span, 'spanId'>) => boolean {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return ({ spanId }) => ids.has(spanId);
}
