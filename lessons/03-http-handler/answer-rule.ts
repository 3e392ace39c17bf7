import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import { requireAttributes } from './attribute-rule.ts';
import { seenBy } from './facts.ts';
import type { Seen } from './facts.ts';
import type { GatewayRun } from './parts.ts';

/** What a request should be answered with. */
interface Wanted {
  /** The name that the scenario gave the request. */
  readonly request: string;
  readonly status: number;
  /** Why this status, as the end of a sentence. */
  readonly since: string;
}

/** The customer got the answer, and the request's span says so. */
export function requireAnswer(
  run: GatewayRun,
  span: Span,
  { request, status, since }: Wanted,
): void {
  const { status: seen } = seenBy(run, request);
  if (seen !== status) throw otherAnswer(`${status} for the customer, since ${since}`, seen);
  requireAttributes(run, span, { 'http.response.status_code': status }, CODE_ADVICE);
}

const CODE_ADVICE = {
  because: 'it is set before the answer is decided, or on the way of a good answer only',
  next: 'set it from `response.statusCode` when the answer has been sent, whatever the answer is',
};

function otherAnswer(sought: string, seen: Seen['status']): Explanation {
  return new Explanation({
    sought,
    found: String(seen),
    because:
      'an error that is caught for the sake of a span goes no further, unless it is thrown again. ' +
      'With a 200 the customer takes it that all is well',
    next: 'throw the error again once the span has it, and let serve.ts answer',
  });
}
