import { inspect } from 'node:util';
import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { honestOrders, isWithin, serviceOf, workIn } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs, Order } from './inputs.ts';
import { baggageAtPayment, requestsFor } from './observations.ts';

const CUSTOMER = 'shop.customer.id';

export const baggageArrives: Check<Inputs> = {
  id: 'baggage-arrives',
  title: "the customer's id travels to the payment service as baggage",
  points: 1,
  scenario: 'orders',
  judge(run) {
    const headers = baggageAtPayment(run);
    for (const { customerId } of honestOrders(run)) {
      const entry = `${CUSTOMER}=${customerId}`;
      if (headers.some((header) => hasCustomer(header, customerId))) continue;
      throw new Explanation({
        sought: `a request at \`payment\` with the baggage \`${entry}\``,
        found: headers.every((header) => header === '')
          ? 'its requests came without any baggage'
          : `its requests came with ${listOf(headers)}`,
        ...remedyFor(run, headers, customerId),
      });
    }
  },
};

type Remedy = Pick<ExplanationParts, 'because' | 'next'>;

function remedyFor(run: ShopRun, headers: readonly string[], customerId: string): Remedy {
  if (headers.some((header) => hasCustomer(header, 'undefined'))) return VALUE_BARE;
  if (headers.some((header) => header.includes(customerId))) return OTHER_NAME;
  return { because: isAttribute(run) ? ATTRIBUTE_STAYS : CONTEXT_DROPPED, next: TRAVEL };
}

const VALUE_BARE = {
  because:
    'an entry of a baggage is an object, since it can say more than its value. What was handed ' +
    'over as the entry has no `value`',
  next: `in gateway.ts, let the entry be \`{ value: customerId }\``,
};

const OTHER_NAME = {
  because: 'the customer travels, and under another name than the one that is looked for',
  next: `in gateway.ts, name the entry \`${CUSTOMER}\``,
};

const TRAVEL =
  'in gateway.ts, put the customer into a baggage, the baggage into a context, and make ' +
  'the call inside `context.with(thatContext, …)`; tracing.ts has the propagator for it';

const ATTRIBUTE_STAYS =
  'the id is an attribute in the gateway. Attributes go to the backend with their span; what ' +
  'travels to the next service is the context, and baggage is the part of it that is yours';

const CONTEXT_DROPPED =
  '`propagation.setBaggage(…)` changes nothing: it returns a new context, and baggage travels ' +
  'with the calls that are made while that context is active';

function isAttribute({ trace }: ShopRun): boolean {
  return trace.spans.some(
    (span) => serviceOf(span) === 'gateway' && span.attributes[CUSTOMER] !== undefined,
  );
}

/** Whether a `baggage` header names this customer, with whatever else. */
export function hasCustomer(header: string, customerId: string): boolean {
  const entries = header.split(',').map((entry) => entry.split(';')[0]?.trim());
  return entries.includes(`${CUSTOMER}=${customerId}`);
}

function listOf(headers: readonly string[]): string {
  const shown = headers.map((header) => (header === '' ? 'none' : `\`${header}\``));
  return [...new Set(shown)].toSorted().join(', ');
}

export const customerNoted: Check<Inputs> = {
  id: 'customer-noted',
  title: "the payment service notes the customer's id on its span",
  points: 1,
  scenario: 'orders',
  judge(run) {
    for (const order of honestOrders(run)) demandCustomer(run, order);
  },
};

/** Somewhere among the payment service's spans of the order, the SERVER span first of all. */
function demandCustomer(run: ShopRun, { orderId, customerId }: Order): void {
  const work = workIn(run, 'payment', orderId);
  const spans = run.trace.spans.filter(
    (span) => serviceOf(span) === 'payment' && isWithin(run, span, work),
  );
  const noted = spans.flatMap((span) => span.attributes[CUSTOMER] ?? []);
  if (noted.length > 0 && noted.every((value) => value === customerId)) return;
  const isWhole = (value: unknown): boolean =>
    value !== customerId && inspect(value).includes(customerId);
  if (noted.some(isWhole)) throw notedWhole(work);
  throw new Explanation({
    sought:
      noted.length === 0
        ? `\`${work.name}\` of ${orderId} in \`payment\`, with \`${CUSTOMER}\` = "${customerId}"`
        : `each \`${work.name}\` in \`payment\` with its own customer in \`${CUSTOMER}\``,
    found: noted.length === 0 ? 'no such attribute' : 'the id of another customer',
    because:
      noted.length === 0
        ? 'baggage and attributes are two things. Baggage travels and is recorded nowhere; ' +
          'attributes are recorded and do not travel'
        : 'several orders are under way at a time, and what is kept outside of a request belongs ' +
          'to the one that came last',
    next:
      'in payment.ts, read the entry with `propagation.getActiveBaggage()?.getEntry(…)` and set ' +
      'its value as an attribute of the active span',
    spans: [work],
    kind: 'wrong-field',
  });
}

function notedWhole(work: Span): Explanation {
  return new Explanation({
    sought: `each \`${work.name}\` in \`payment\` with its own customer in \`${CUSTOMER}\``,
    found: 'the id, and something around it',
    because: '`getEntry(…)` gives the whole entry, and the id is its `value`',
    next: 'in payment.ts, set the attribute to the `value` of the entry',
    spans: [work],
    kind: 'wrong-field',
  });
}

export const bankLearnsNothing: Check<Inputs> = {
  id: 'bank-learns-nothing',
  title: 'the call to the bank is in the trace, and the baggage stays at home',
  points: 1,
  scenario: 'orders',
  judge(run) {
    for (const order of honestOrders(run)) {
      demandCall(run, order);
      refuseLeak(run, order);
    }
  },
};

function demandCall(run: ShopRun, { orderId }: Order): void {
  const work = workIn(run, 'payment', orderId);
  const isCalled = run.trace.spans.some(
    (span) => span.kind === 'client' && serviceOf(span) === 'payment' && isWithin(run, span, work),
  );
  if (isCalled && requestsFor(run, 'charges', orderId).length > 0) return;
  throw new Explanation({
    sought: `a CLIENT span for the call to the bank, below \`${work.name}\` of ${orderId}`,
    found: isCalled ? 'the span, and no charge at the bank' : 'none below it',
    because:
      'the call may run in a context that was emptied to get rid of the baggage. The active span ' +
      'lives in the same context, and went with it',
    next: 'take only the baggage out: `propagation.deleteBaggage(context.active())`',
    spans: [work],
    kind: 'missing',
  });
}

function refuseLeak(run: ShopRun, { orderId, customerId }: Order): void {
  const told = requestsFor(run, 'charges', orderId).flatMap((headers) => [...headers]);
  const leak = told.find(([name, value]) => name === 'baggage' || value.includes(customerId));
  if (leak === undefined) return;
  throw new Explanation({
    sought: `a charge for ${orderId} at the bank that says nothing of the shop's customer`,
    found: `the header \`${leak.join(': ')}\``,
    because:
      'inject() writes all that the propagators know, and the baggage propagator asks nobody who ' +
      'is called. The bank is another company, and it now knows our customers',
    next:
      'in callOutside(), make the call in a context without baggage: `context.with(propagation.' +
      'deleteBaggage(context.active()), …)`',
  });
}
