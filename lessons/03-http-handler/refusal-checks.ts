import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireOneEnd } from './end-rule.ts';
import { requestSpan, seenBy } from './facts.ts';
import type { GatewayRun } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';

export const refusal: Check<Inputs> = {
  id: 'refusal',
  title: "a request refused for the client's sake is no failure of the server",
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'refused');
    const [badBody, strayPath] = [requestSpan(run, 'POST'), requestSpan(run, 'GET')];
    requireOneEnd(run);
    requireRefusal(run, badBody, 'badBody', 400);
    requireRefusal(run, strayPath, 'strayPath', 404);
  },
};

function requireRefusal(run: GatewayRun, span: Span, request: string, status: number): void {
  const { status: seen } = seenBy(run, request);
  if (seen !== status) throw otherAnswer(request, status, seen);
  const code = span.attributes['http.response.status_code'];
  if (code !== status) throw otherCode(span, status, code);
  if (span.status.code === 'unset') return;
  throw new Explanation({
    sought: `the status of \`${span.name}\` left unset, with ${status} as its answer`,
    found: `its status is ${span.status.code.toUpperCase()}`,
    because:
      span.status.code === 'ok'
        ? 'the conventions leave it unset here: the answer was right, and yet nobody got what he wanted'
        : 'a client that asks for nonsense would count as a failure of the gateway, and wake ' +
          'somebody who can mend nothing',
    next: 'set the status from 500 on only; for a `Refusal` leave it alone',
    spans: [span],
    kind: 'wrong-field',
  });
}

function otherAnswer(request: string, status: number, seen: number): Explanation {
  return new Explanation({
    sought: `${status} as the answer to ${request === 'badBody' ? 'a body without a card' : 'a path without a route'}`,
    found: seen === 0 ? 'no answer' : String(seen),
    because: 'the error was caught on its way to where it is answered',
    next: 'let a `Refusal` reach the catch in serve.ts as it is',
  });
}

function otherCode(span: Span, status: number, code: unknown): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` with \`http.response.status_code\` = ${status}, as the client got it`,
    found:
      code === undefined
        ? 'there is no such attribute'
        : `\`http.response.status_code\` = ${JSON.stringify(code)}`,
    because:
      code === 200
        ? 'until an answer is written, `response.statusCode` is 200. It was read too early'
        : 'it is set on the way of a good answer only',
    next: 'set it from `response.statusCode` when the answer has been sent, whatever the answer is',
    spans: [span],
    kind: 'wrong-field',
  });
}
