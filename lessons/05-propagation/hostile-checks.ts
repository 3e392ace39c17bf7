import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { hasCustomer } from './baggage-checks.ts';
import { workIn } from './facts.ts';
import type { ShopRun } from './facts.ts';
import { FLAWS } from './hostile-headers.ts';
import type { HostileOrder, Inputs } from './inputs.ts';
import { answerTo, requestsFor } from './observations.ts';

export const hostileHeaders: Check<Inputs> = {
  id: 'hostile-headers',
  title: 'headers that nobody should have sent start a clean trace',
  points: 2,
  scenario: 'hostile',
  judge(run) {
    for (const order of run.inputs.hostileOrders) {
      demandAnswer(run, order);
      refuseForgery(run, order);
    }
    for (const order of run.inputs.hostileOrders) demandCustomer(run, order);
  },
};

function demandCustomer(run: ShopRun, { orderId, customerId, flaw }: HostileOrder): void {
  const requests = requestsFor(run, 'reservations', orderId);
  const headers = requests.map((request) => request.get('baggage') ?? '');
  if (headers.some((header) => hasCustomer(header, customerId))) return;
  throw new Explanation({
    sought: `the customer's id in the baggage, for a request with ${FLAWS[flaw]}`,
    found: headers.every((header) => header === '')
      ? 'the call to the inventory had no baggage'
      : 'the call to the inventory had the baggage from outside, and not the customer',
    because:
      'baggage has an upper limit: 180 entries, 8 kB. Whoever fills it from outside leaves no ' +
      'room for an entry that is added later',
    next: 'in gateway.ts, start from `propagation.createBaggage({ … })`, with our entry alone',
  });
}

function demandAnswer(run: ShopRun, { orderId, flaw }: HostileOrder): void {
  const answer = answerTo(run, orderId);
  if (answer?.status === 200) return;
  throw new Explanation({
    sought: `an order with ${FLAWS[flaw]} answered as any other`,
    found: answer === undefined ? 'no answer' : `${answer.status} and ${answer.body}`,
    because: 'reading the headers failed, and took the order with it',
    next: 'leave the reading to `propagation.extract(…)`, which passes over what it cannot read',
  });
}

function refuseForgery(run: ShopRun, { orderId, flaw, forgedIds }: HostileOrder): void {
  const span = workIn(run, 'gateway', orderId);
  const isClean = span.parent === undefined && !forgedIds.includes(span.traceId);
  if (isClean && (span.traceState ?? '') === '') return;
  throw new Explanation({
    sought: `\`${span.name}\` as the root of a clean trace, for a request with ${FLAWS[flaw]}`,
    found: isClean
      ? 'it took over a tracestate whose traceparent was refused'
      : 'it took over what the header said',
    because:
      'anybody can send anything to a gateway. What is not a traceparent to the letter must be ' +
      'treated as none at all, and two of them are none',
    next:
      'let the getter return a header as it came, all values joined by commas, and leave ' +
      'reading it to `propagation.extract(…)`',
    spans: [span],
    kind: 'wrong-parent',
  });
}
