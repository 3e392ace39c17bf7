import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireAnswer } from './answer-rule.ts';
import { requireOneEnd } from './end-rule.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { requestSpans } from './request-spans.ts';

export const refusal: Check<Inputs> = {
  id: 'refusal',
  title: "a request refused for the client's sake is no failure of the server",
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'refused');
    const [badBody, strayPath = badBody] = requestSpans(run);
    requireOneEnd(run);
    requireAnswer(run, badBody, { request: 'badBody', status: 400, since: NO_CARD });
    requireUnset(badBody, 400);
    requireAnswer(run, strayPath, { request: 'strayPath', status: 404, since: 'no route fits' });
    requireUnset(strayPath, 404);
  },
};

const NO_CARD = 'the body names no card';

function requireUnset(span: Span, status: number): void {
  if (span.status.code === 'unset') return;
  throw new Explanation({
    sought: `the status of \`${span.name}\` left unset, with ${status} as its answer`,
    found: `its status is ${span.status.code.toUpperCase()}`,
    because:
      'a client that asks for nonsense would count as a failure of the gateway, and wake ' +
      'somebody who can mend nothing',
    next: 'set the status from 500 on only; for a `Refusal` leave it alone',
    spans: [span],
    kind: 'wrong-field',
  });
}
