import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireOneEnd } from './end-rule.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { requestSpans } from './request-spans.ts';

export const goneAwayEnds: Check<Inputs> = {
  id: 'gone-away-ends',
  title: 'the span ends when the customer goes away',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'goneAway');
    requestSpans(run);
    const [span] = run.evidence.open;
    if (span === undefined) return requireOneEnd(run);
    throw new Explanation({
      sought: `\`${span.name}\` ended, though the customer left before the answer`,
      found: 'it was never ended, so it was never exported either',
      because:
        'a response says `finish` when its last byte has been handed over, and here that never ' +
        'happens. It says `close` when it is over, whichever way',
      next: "end the span on `response.once('close', …)`, or in a `finally` around the work",
      spans: [span],
      kind: 'open',
    });
  },
};

export const goneAwayNoFailure: Check<Inputs> = {
  id: 'gone-away-no-failure',
  title: 'a customer who leaves is not a failure of the gateway',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'goneAway');
    for (const span of requestSpans(run)) {
      if (span.status.code !== 'error' || isSortedOut(span)) continue;
      throw new Explanation({
        sought: `the status of \`${span.name}\` left unset: the customer left, and nothing failed`,
        found: 'its status is ERROR, like that of a payment that went wrong',
        because:
          'a response that closes before it is finished is taken for a failure. People close ' +
          'pages all day, and every one of them would count',
        next: 'end the span without a status when the customer is gone',
        spans: [span],
        kind: 'wrong-field',
      });
    }
  },
};

/**
 * The conventions let a server count a lost connection as an error, if `error.type` tells it from
 * other failures and no answer is made up for it.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#status
 */
function isSortedOut({ attributes }: Span): boolean {
  const { 'error.type': type, 'http.response.status_code': code } = attributes;
  return typeof type === 'string' && type.trim() !== '' && !(Number(code) >= 500);
}
