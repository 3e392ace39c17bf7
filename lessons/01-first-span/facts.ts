import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Run } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';

export type OrderRun = Run<Inputs>;

export const SPAN_NAME = 'charge order';

/** Each span that was started, as it was last seen. */
export function knownSpans({ evidence }: OrderRun): Span[] {
  return [...evidence.ended, ...evidence.open];
}

/** The order's span, for checks that come after the one that asks for it. */
export function chargeSpan(spans: readonly Span[]): Span {
  const found = spans.find((span) => span.name === SPAN_NAME) ?? spans[0];
  if (found !== undefined) return found;
  throw new Explanation({
    sought: `a span named \`${SPAN_NAME}\``,
    found: 'no span',
    next: `start one in charge-order.ts before the bank is asked`,
    kind: 'nothing',
  });
}

/** A number that the scenario observed, 0 where it never did. */
export function countOf({ evidence }: OrderRun, name: string): number {
  return Number(evidence.observed[name] ?? 0);
}

/** Whether a span was delivered while `main` was still at work. */
export function isDelivered(run: OrderRun): boolean {
  return run.evidence.exported.length > 0 && countOf(run, 'deliveredInTime') > 0;
}

/** Why `main` rejected; empty where it did not. */
export function failureOf({ evidence }: OrderRun): string {
  const { failure } = evidence.observed;
  return typeof failure === 'string' ? failure : '';
}

/** Says why the bank was never asked, before what follows from that is taken for something else. */
export function refuseUnasked(run: OrderRun, sought: string): void {
  if (countOf(run, 'timesAsked') > 0) return;
  const failure = failureOf(run);
  throw new Explanation({
    sought,
    found: failure === '' ? 'nobody asked the bank' : `main() rejected before that: ${failure}`,
    because: 'something that is new around `bank(order)` leaves before it is called',
    next: 'let one call of `bank(order)` run inside the span',
  });
}

/** Whether `main` was cut short by `process.exit`. */
export function leftByExit({ evidence }: OrderRun): boolean {
  return evidence.ending.kind === 'exited' && evidence.ending.early;
}

/** Names as a reader knows them: `` `one` and `two` ``. */
export function namesOf(spans: readonly Span[]): string {
  const names = spans.map((span) => `\`${span.name}\``);
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
