import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { CALLS, namesOf, requestSpan, requestSpans, spansBelow, timesAsked } from './facts.ts';
import type { GatewayRun } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';

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
      if (spans.length !== WANTED[call]) throw otherCount(run, call, spans);
      const lost = spans.find((span) => !isBelow(run, requests, span));
      if (lost !== undefined) throw lostParent(lost);
      const strange = spans.find(({ kind }) => kind !== 'client' && kind !== 'internal');
      if (strange !== undefined) throw otherKind(strange);
    }
    for (const request of requests) refuseMixture(run, request);
  },
};

function otherCount(run: GatewayRun, call: string, spans: readonly Span[]): Explanation {
  return new Explanation({
    sought: `a span \`${call}\` each time the gateway asks for that`,
    found:
      spans.length === 0
        ? `none; there is ${namesOf(run.trace.spans)}`
        : `${spans.length} of them for ${call === 'find order' ? 3 : 2} calls`,
    because: 'a request that takes two seconds does not tell on whom it waited',
    next: 'in ask.ts, start one span around each call, with `work` as its name',
    spans: run.trace.spans,
    kind: 'missing',
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

function otherKind(span: Span): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` of kind CLIENT, as the gateway is the one who asks`,
    found: `it is of kind ${span.kind.toUpperCase()}`,
    next: 'start it with `{ kind: SpanKind.CLIENT }`, in ask.ts',
    spans: [span],
    kind: 'wrong-field',
  });
}

/** Requests overlap in this run, so a span kept outside of them lands in another's trace. */
function refuseMixture(run: GatewayRun, request: Span): void {
  const below = spansBelow(run, request);
  const isPayment = below.some(({ name }) => name === 'charge card');
  const counts = CALLS.map((call) => below.filter(({ name }) => name === call).length);
  const isMixed = counts[0] !== 1 || counts[1] !== (isPayment ? 1 : 0);
  const isNested = below.some(
    (span) => isCall(span) && spansBelow(run, span).some((inner) => isCall(inner)),
  );
  if (!isMixed && !isNested) return;
  throw new Explanation({
    sought: '`find order` and `charge card`, one of each and side by side, below each payment',
    found: isMixed
      ? 'calls of one request below the span of another: two customers paid at the same time'
      : 'one of the calls below the other, as if it were a part of it',
    because: isMixed
      ? 'a span in a variable outside the request is overwritten by the next one that comes in'
      : 'the second was started while the first was still the active span',
    next: isMixed
      ? 'keep no span outside the request, and take the parent from the active context'
      : 'make a span active for its own work only',
    spans: [request],
    kind: 'wrong-parent',
  });
}

function isCall({ name }: Span): boolean {
  return CALLS.some((call) => call === name);
}

export const asksNobody: Check<Inputs> = {
  id: 'asks-nobody',
  title: 'a body that makes no sense bothers nobody, and no span says it did',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'refused');
    const request = requestSpan(run, 'POST');
    const span = run.trace.spans.find((one) => one.kind === 'client' || isCall(one));
    const wasAsked = timesAsked(run) > 0;
    if (!wasAsked && span === undefined) return;
    throw new Explanation({
      sought: `no call below \`${request.name}\`, since the body names no card`,
      found: wasAsked
        ? 'the inventory was asked before the body was looked at'
        : `\`${span?.name}\`, though nobody was asked`,
      because: wasAsked
        ? 'a request that will be refused costs a question to the database. Whoever sends nonsense can keep it busy'
        : 'the span was opened before the body was looked at, and its trace tells of a call that ' +
          'was never made',
      next: wasAsked
        ? 'look at the body first, as orders.ts did'
        : 'start the span in ask(), where the call is made',
      spans: span === undefined ? [request] : [span, request],
      kind: 'unexpected',
    });
  },
};
