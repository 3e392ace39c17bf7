import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { CALLS, namesOf, questions, spansBelow } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import type { GatewayRun } from './parts.ts';
import { requestSpans } from './request-spans.ts';

/** How many spans of each name three requests make: one look, two payments. */
const WANTED = { 'find order': 3, 'charge card': 2 } as const;

export const childSpans: Check<Inputs> = {
  id: 'child-spans',
  title: "each call has a span, below its own request's",
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    const requests = requestSpans(run);
    for (const call of CALLS) {
      const spans = run.trace.spans.filter(({ name }) => name === call);
      if (spans.length !== WANTED[call]) throw otherCount(run, call, spans.length);
      const other = spans.find(({ kind }) => kind !== 'client');
      if (other !== undefined) throw otherKind(other);
      const lost = spans.find((span) => !isBelow(run, requests, span));
      if (lost !== undefined) throw lostParent(lost);
    }
    for (const request of requests) refuseMixture(run, request);
  },
};

function otherCount(run: GatewayRun, call: keyof typeof WANTED, count: number): Explanation {
  return new Explanation({
    sought: `a span \`${call}\` each time the gateway asks for that`,
    found: `${count} for ${WANTED[call]} calls; there is ${namesOf(run.trace.spans)}`,
    because: 'a request that takes two seconds does not tell on whom it waited',
    next: 'in ask.ts, start one span around each call, with `work` as its name',
    spans: run.trace.spans,
    kind: 'missing',
  });
}

function otherKind(span: Span): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` of kind CLIENT`,
    found: `it is of kind ${span.kind.toUpperCase()}`,
    because:
      'a span is INTERNAL unless its options say otherwise, and the options are an object. By the ' +
      'kind a tool can tell the time of others from our own',
    next: 'start it with `{ kind: SpanKind.CLIENT }`, in ask.ts',
    spans: [span],
    kind: 'wrong-field',
  });
}

function isBelow(run: GatewayRun, requests: readonly Span[], span: Span): boolean {
  return requests.some((request) => spansBelow(run, request).includes(span));
}

function lostParent(span: Span): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` below the SERVER span of its request`,
    found: `\`${span.name}\` begins a trace of its own`,
    because:
      'starting a span does not make it the active one. The next span looks for its parent in ' +
      'the active context, and the SERVER span is not in it',
    next: 'run the work with the SERVER span active: `context.with(trace.setSpan(…), …)` or startActiveSpan()',
    spans: [span],
    kind: 'wrong-parent',
  });
}

/** Two requests overlap, so a span kept outside of them lands in another's trace. */
function refuseMixture(run: GatewayRun, request: Span): void {
  const below = spansBelow(run, request);
  const isPayment = below.some(({ name }) => name === 'charge card');
  const counts = CALLS.map((call) => below.filter(({ name }) => name === call).length);
  if (counts[0] === 1 && counts[1] === (isPayment ? 1 : 0)) return;
  throw new Explanation({
    sought: '`find order` and `charge card`, one of each and side by side, below each payment',
    found: 'calls of one request below the span of another: two customers paid at the same time',
    because:
      'a span in a variable outside the request is overwritten by the next one that comes in',
    next: 'keep no span outside the request, and take the parent from the active context',
    spans: [request],
    kind: 'wrong-parent',
  });
}

export const asksNobody: Check<Inputs> = {
  id: 'asks-nobody',
  title: 'a body that makes no sense bothers nobody',
  points: 1,
  scenario: 'day',
  judge(day) {
    const [request] = requestSpans(during(day, 'refused'));
    // Of the whole day: a call of an earlier request that nobody awaited may come as late as this.
    if (!questions(day).some((path) => path.endsWith(day.inputs.refusedId))) return;
    throw new Explanation({
      sought: `no call below \`${request.name}\`, since the body names no card`,
      found: 'the inventory was asked before the body was looked at',
      because:
        'a request that will be refused costs a question to the database. Whoever sends nonsense can keep it busy',
      next: 'look at the body first, as orders.ts did',
      spans: [request],
      kind: 'unexpected',
    });
  },
};
