import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { drawTracesOf, honestOrders, SERVED, serviceOf, workIn, workOn } from './facts.ts';
import type { ServiceName, ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { answerTo, noticesAnswered, requestsFor } from './observations.ts';

export const ordersAnswered: Check<Inputs> = {
  id: 'orders-answered',
  title: 'every order is answered, whatever the headers say',
  points: 1,
  scenario: 'orders',
  judge(run) {
    for (const { orderId } of honestOrders(run)) {
      const answer = answerTo(run, orderId);
      if (answer?.status === 200 && answer.body.includes('approved')) continue;
      const isMiscalled = / is not a function/.test(failureIn(run) ?? answer?.body ?? '');
      throw new Explanation({
        sought: `${orderId} answered with 200 and what the bank says`,
        found:
          answer === undefined ? 'no answer' : `${answer.status}: ${failureIn(run) ?? answer.body}`,
        ...(isMiscalled ? MISCALLED : MISSING),
      });
    }
    demandNotices(run);
  },
};

const MISSING = {
  because:
    'context, baggage and headers come from outside, and any of them may be missing. An ' +
    'error in reading them takes the order down',
  next: 'read what may be missing with `?.`, and let the order go on without it',
};

const MISCALLED = {
  because:
    'something was called that cannot do what it was asked for. OpenTelemetry may have been given ' +
    'one thing in the place of another: the context comes first, in `extract(context, headers, ' +
    'getter)` and `inject(context, headers, setter)` as in `context.with(context, function)`',
  next: 'compare each such call with these, and mend this error first',
};

/** The form of a request at `/webhooks` is W3C's, so that its test suite can be let loose on it. */
function demandNotices(run: ShopRun): void {
  const orders = run.inputs.customerOrders;
  const told = orders.filter(({ orderId }) => requestsFor(run, 'notices', orderId).length === 1);
  const status = noticesAnswered(run);
  if (status === 200 && told.length === orders.length) return;
  throw new Explanation({
    sought: `200 from \`POST /webhooks\`, and each of ${orders.length} \`arguments\` posted to its \`url\``,
    found: `${status === 0 ? 'no answer' : status}, and ${told.length} of them posted`,
    because: 'calls to strangers are calls, too: what is done to the headers must not stop them',
    next: 'in call.ts, let callOutside() post the body it was given, once, and wait for the answer',
  });
}

/** What failed farthest from the caller, since the others failed on account of it. */
function failureIn({ trace }: ShopRun): string | undefined {
  const failed = trace.spans.filter(
    (span) => span.kind === 'server' && span.status.code === 'error',
  );
  const [first] = FARTHEST_FIRST.flatMap((service) =>
    failed.filter((span) => serviceOf(span) === service),
  );
  return first && `\`${first.name}\` in \`${serviceOf(first)}\` failed by ${first.status.message}`;
}

const FARTHEST_FIRST: readonly ServiceName[] = ['payment', 'inventory', 'gateway'];

export const threeServices: Check<Inputs> = {
  id: 'three-services',
  title: 'each service names itself on its spans',
  points: 1,
  scenario: 'orders',
  judge(run) {
    for (const { orderId } of honestOrders(run)) {
      for (const service of ['gateway', 'inventory', 'payment'] as const) {
        refuseOtherName(run, service, orderId);
        workIn(run, service, orderId);
      }
    }
  },
};

function refuseOtherName(run: ShopRun, service: ServiceName, orderId: string): void {
  const span = workOn(run, orderId).find(({ name }) => name === SERVED[service]);
  if (span === undefined || serviceOf(span) === service) return;
  throw new Explanation({
    sought: `\`${span.name}\` from the service \`${service}\``,
    found: `\`${span.name}\` from the service \`${serviceOf(span)}\``,
    because:
      '`service.name` says which program made a span. With one name for all of them nobody can ' +
      'see where a request crossed from one into the next',
    next: 'give each service its own name in the resource, as startTracing() got it',
    spans: [span],
    kind: 'wrong-field',
  });
}

export const partnerTrace: Check<Inputs> = {
  id: 'partner-trace',
  title: "the gateway goes on in its caller's trace",
  points: 1,
  scenario: 'orders',
  judge(run) {
    const { orderId, partner } = run.inputs.partnerOrder;
    const span = workIn(run, 'gateway', orderId);
    const isContinued = span.traceId === partner.traceId && span.parent?.spanId === partner.spanId;
    if (!isContinued) throw notContinued(run, span, orderId);
    for (const order of run.inputs.customerOrders) refuseParent(run, order.orderId);
  },
};

function notContinued(run: ShopRun, span: Span, orderId: string): Explanation {
  const isRoot = span.parent === undefined;
  return new Explanation({
    sought: `\`${span.name}\` of ${orderId} in the partner's trace, below the partner's span`,
    found: isRoot
      ? `\`${span.name}\` starts a trace of its own, though the request had a traceparent`
      : `\`${span.name}\` has another parent than the one its traceparent names`,
    because: isRoot
      ? 'either nobody extracts the headers, or the getter finds nothing in a `Map`, or what ' +
        'extract() returned was not the context that the span started in'
      : 'the parent was taken from somewhere else than from this request',
    next:
      'in serve.ts, start the span within what `propagation.extract(…)` returns, and let the ' +
      'getter in headers.ts ask `headers.get(name)`',
    spans: [span],
    kind: 'wrong-parent',
    expected: `(the partner's span, in another company)\n└─ ${span.name} · server · in gateway`,
    actual: drawTracesOf(run, orderId),
  });
}

function refuseParent(run: ShopRun, orderId: string): void {
  const span = workIn(run, 'gateway', orderId);
  if (span.parent === undefined) return;
  throw new Explanation({
    sought: `\`${span.name}\` of ${orderId} as the root of a trace, since it came without one`,
    found: 'it has a parent',
    because: 'the context of another request was still around, perhaps in a variable outside',
    next: "extract from each request's own headers, and keep the result in a local constant",
    spans: [span],
    kind: 'wrong-parent',
  });
}
