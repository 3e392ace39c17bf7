import { Explanation, Trace } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Ending, Evidence, Moment } from '@tracelings/lesson-kit';
import type { GatewayRun } from './facts.ts';

/** The parts of the gateway's day, by what happens in them. */
const HAPPENS = {
  paid: 'two customers pay at the same time',
  refused: 'it refuses what makes no sense',
  goneAway: 'a customer leaves before the answer',
  failed: 'payment fails',
} as const;

export type Part = keyof typeof HAPPENS;

/**
 * One part of the day, as if the gateway had lived for it alone: the spans that were started in it,
 * and what was observed. A gateway that breaks down takes no evidence from the parts before.
 */
export function during(run: GatewayRun, part: Part): GatewayRun {
  const begins = run.evidence.moments.filter(({ name }) => name === 'part');
  const place = begins.findIndex(({ value }) => value === part);
  const [begin, next] = place < 0 ? [] : begins.slice(place, place + 2);
  if (next === undefined) refuseBreakdown(run.evidence.ending, part);
  const evidence = between(run.evidence, begin, next);
  const isMine = oneOf(evidence.started);
  return { ...run, evidence, trace: new Trace(run.trace.spans.filter(isMine)) };
}

function refuseBreakdown(ending: Ending, part: Part): void {
  if (ending.kind !== 'threw' && ending.kind !== 'timed-out') return;
  throw new Explanation({
    sought: `the gateway at work while ${HAPPENS[part]}`,
    ...(ending.kind === 'threw'
      ? {
          found: `it stopped with an error that nobody caught: ${ending.reason}`,
          because:
            'serve() answers for an error that reaches its catch. One in a listener never gets ' +
            'there, nor one in a promise that nobody awaits, and that ends the whole program',
          next: 'return or await each promise, also the one that `finally()` and `then()` give back',
        }
      : {
          found: `somebody waits for it, and nothing comes within ${ending.limitMs / 1000} seconds`,
          next: 'look for an answer that is not sent on every way, or an event that does not come',
        }),
  });
}

function between(evidence: Evidence, begin?: Moment, next?: Moment): Evidence {
  const { moments } = evidence;
  const mine = begin === undefined ? [] : moments.slice(moments.indexOf(begin), placeOf(next));
  const started = evidence.started.slice(begin?.started ?? Infinity, next?.started);
  const isMine = oneOf(started);
  return {
    ...evidence,
    started,
    ended: evidence.ended.filter(isMine),
    exported: evidence.exported.filter(isMine),
    open: evidence.open.filter(isMine),
    endCalls: evidence.endCalls.filter(isMine),
    observed: Object.fromEntries(mine.map(({ name, value }) => [name, value])),
    moments: mine,
  };

  function placeOf(moment: Moment | undefined): number | undefined {
    return moment && moments.indexOf(moment);
  }
}

function oneOf(spans: readonly Span[]): (span: Pick<Span, 'spanId'>) => boolean {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return ({ spanId }) => ids.has(spanId);
}
