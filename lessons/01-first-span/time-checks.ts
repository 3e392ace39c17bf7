import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { chargeSpan, countOf } from './facts.ts';
import type { Inputs } from './inputs.ts';

const NANOSECONDS = 1_000_000;

export const coversTheWork: Check<Inputs> = {
  id: 'covers-the-work',
  title: 'the span lasts as long as the bank takes',
  points: 1,
  scenario: 'order',
  judge(run) {
    const span = chargeSpan(run.trace.spans);
    const started = Number(span.startTime) / NANOSECONDS;
    const lasted = Number((span.endTime ?? span.startTime) - span.startTime) / NANOSECONDS;
    const bankTook = countOf(run, 'answeredAfterMs');
    const sought = `\`${span.name}\` open from before the bank is asked until it has answered`;
    if (started > countOf(run, 'askedAt') + bankTook / 2) {
      throw new Explanation({
        sought,
        found: 'it was started when the bank had already been asked',
        because: 'the span was written like a log line, once the work was done',
        next: 'start the span before `bank(order)` is called, and end it afterwards',
        spans: [span],
      });
    }
    if (bankTook === 0 || lasted < bankTook / 2) {
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
