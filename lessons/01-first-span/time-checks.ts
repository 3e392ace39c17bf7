import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { chargeSpan, countOf, refuseUnasked } from './facts.ts';
import type { OrderRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

const NANOSECONDS_PER_MS = 1_000_000;

export const coversTheWork: Check<Inputs> = {
  id: 'covers-the-work',
  title: 'the span lasts as long as the bank takes',
  points: 1,
  scenario: 'order',
  judge(run) {
    const span = chargeSpan(run.trace.spans);
    const sought = `\`${span.name}\` open from before the bank is asked until it has answered`;
    refuseUnasked(run, sought);
    if (startedLate(span, run)) {
      throw new Explanation({
        sought,
        found: 'it was started when the bank had already been asked',
        because: 'the span was written like a log line, once the work was done',
        next: 'start the span before `bank(order)` is called, and end it afterwards',
        spans: [span],
      });
    }
    if (endedEarly(span, run)) {
      throw new Explanation({
        sought,
        found: 'it had ended before the bank answered',
        because:
          '`return bank(order)` hands on a promise at once, so the `finally` runs while the bank ' +
          'is still thinking',
        next: 'await the bank inside the span: `return await bank(order)`',
        spans: [span],
      });
    }
  },
};

/** Half of what the bank takes leaves room for clocks that round, and none for another order. */
function startedLate({ startTime }: Span, run: OrderRun): boolean {
  const started = Number(startTime) / NANOSECONDS_PER_MS;
  return started > countOf(run, 'askedAt') + countOf(run, 'answeredAfterMs') / 2;
}

function endedEarly({ startTime, endTime = startTime }: Span, run: OrderRun): boolean {
  const lasted = Number(endTime - startTime) / NANOSECONDS_PER_MS;
  const bankTook = countOf(run, 'answeredAfterMs');
  const leftFirst = run.evidence.observed['exportedBeforeAnswer'] === true;
  return bankTook === 0 || leftFirst || lasted < bankTook / 2;
}
