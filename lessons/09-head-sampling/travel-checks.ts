import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { draw, fieldsOf, inOrder, keptOf, nameOf, refuseFailures, textOf } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Beginning, Inputs } from './inputs.ts';
import { isWhole, wholeOf } from './whole-trace.ts';

export const decisionTravels: Check<Inputs> = {
  id: 'decision-travels',
  title: 'the decision travels through all three services, also when it is a no',
  points: 1,
  scenario: 'callers',
  judge(run) {
    const { orders, calls } = run.inputs;
    const sent = [
      ...orders,
      ...inOrder(calls).filter((call) => nameOf(call) === 'POST /orders/:id'),
    ];
    refuseFailures(run, sent);
    for (const order of sent) {
      judgeArrival(run, order);
      judgeWhole(run, order);
    }
  },
};

function judgeArrival(run: ShopRun, order: Beginning): void {
  const flags = keptOf(run, order).length > 0 ? '01' : '00';
  const arrived = traceparentAtBank(run, order);
  const [, traceId, , found] = arrived.split('-');
  if (traceId === order.traceId && found === flags) return;
  const was = flags === '01' ? 'is kept' : 'is not kept';
  throw new Explanation({
    sought: `a traceparent at the bank, with the id of the order's trace and the flags ${flags}`,
    ...reasonsFor(order, arrived, `the order's trace ${was}`),
  });
}

/** What one service has decided, the two behind it have not decided again. */
function judgeWhole(run: ShopRun, order: Beginning): void {
  const spans = keptOf(run, order);
  if (spans.length === 0 || isWhole(order, spans)) return;
  throw new Explanation({
    sought: 'an order that is kept in one service kept in all three of them',
    found: 'a part of it was kept',
    because: 'a service behind the first decided once more, and not as it had been told',
    next: 'give each service the sampler whose outermost part is a `ParentBasedSampler`',
    spans,
    expected: wholeOf(order),
    actual: draw(spans),
    kind: 'missing',
  });
}

/** An order that is charged at the bank passes through all three services first. */
function traceparentAtBank({ evidence }: ShopRun, { request }: Beginning): string {
  const { charges } = evidence.observed;
  const sought = request.replace('POST /orders/', '/charges/');
  const requests = Array.isArray(charges) ? charges.map(fieldsOf) : [];
  return textOf(requests.find(({ url }) => url === sought)?.['traceparent']);
}

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

function reasonsFor(order: Beginning, arrived: string, decided: string): Reasons {
  if (arrived.includes(order.traceId)) {
    return {
      found: `${decided}, and the bank was told the opposite`,
      because: 'the flags were not written by the span that makes the call',
      next: 'let `propagation.inject(context.active(), headers)` write the header',
    };
  }
  return {
    found: `${decided}, and the bank got ${arrived === '' ? 'no traceparent' : 'that of another trace'}`,
    because:
      'where a span is not recorded, nothing is injected. The next service finds no caller, takes ' +
      'itself for the beginning, and decides anew: one time in ten that is a trace without a head',
    next:
      'in call.ts, inject on every call. A span that records nothing still knows its trace and ' +
      'the decision',
  };
}

export const described: Check<Inputs> = {
  id: 'described',
  title: 'the sampler can say what it does',
  points: 1,
  scenario: 'rush',
  judge({ evidence }) {
    const sampling = textOf(evidence.observed['sampling']);
    if (sampling !== '' && !sampling.includes('[object')) return;
    throw new Explanation({
      sought: 'a description of the sampler, for whoever wonders why a trace is not there',
      found: sampling === '' ? 'none' : `\`${sampling}\``,
      because:
        'the Sampler interface asks for a toString(). Every object has one already, so nothing ' +
        'fails where it was forgotten',
      next: 'give your sampler a toString() with its rules and its ratio in it',
    });
  },
};
