import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { drawTracesOf, honestOrders, isWithin, serviceOf, workIn } from './facts.ts';
import type { ServiceName, ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

const CALLS = [
  ['gateway', 'inventory'],
  ['inventory', 'payment'],
] as const;

export const oneTrace: Check<Inputs> = {
  id: 'one-trace',
  title: 'an order is one trace: each service below the call that reached it',
  points: 2,
  scenario: 'orders',
  judge(run) {
    for (const { orderId } of honestOrders(run)) {
      for (const [caller, callee] of CALLS) judgeCall(run, orderId, caller, callee);
    }
  },
};

function judgeCall(run: ShopRun, orderId: string, caller: ServiceName, callee: ServiceName): void {
  const above = workIn(run, caller, orderId);
  const span = workIn(run, callee, orderId);
  const parent = run.trace.parentOf(span);
  const isCall = parent?.kind === 'client' && serviceOf(parent) === caller;
  if (isCall && isWithin(run, parent, above)) return;
  throw new Explanation({
    sought: `\`${span.name}\` of ${orderId} in \`${callee}\`, below the call from \`${caller}\``,
    ...misplacement(run, span),
    spans: [span],
    kind: 'wrong-parent',
    expected: EXPECTED,
    actual: drawTracesOf(run, orderId),
  });
}

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

function misplacement(run: ShopRun, span: Span): Reasons {
  if (span.parent === undefined) return UNCALLED(span);
  const parent = run.trace.parentOf(span);
  return parent === undefined ? INVENTED(span) : BELOW_ANOTHER(span, parent);
}

const UNCALLED = (span: Span): Reasons => ({
  found: `\`${span.name}\` starts a trace of its own: its request did not say who called`,
  because:
    'either nothing was injected, or it was injected from a context without a span, or the ' +
    'setter wrote a property onto the `Map`, and properties are not sent',
  next:
    'in call.ts, inside the CLIENT span, call `propagation.inject(context.active(), headers, ' +
    'headerSetter)`, and let the setter in headers.ts call `headers.set(name, value)`',
});

const INVENTED = (span: Span): Reasons => ({
  found: `\`${span.name}\` names a parent that nobody recorded`,
  because: 'the traceparent was put together from ids that belong to no span',
  next: 'let `propagation.inject(…)` write the header; it knows the active span',
});

const BELOW_ANOTHER = (span: Span, parent: Span): Reasons => ({
  found: `\`${span.name}\` hangs below \`${parent.name}\` of kind ${parent.kind}, not below its call`,
  because:
    'the headers were filled where the CLIENT span was not active: before it, around it, or from a ' +
    'context that was kept from another request',
  next: 'inject inside the function that inSpan() runs: there the CLIENT span is the active one',
});

const EXPECTED = [
  'POST /orders · server · in gateway',
  '└─ POST /reservations · client · in gateway',
  '   └─ POST /reservations · server · in inventory',
  '      └─ POST /payments · client · in inventory',
  '         └─ POST /payments · server · in payment',
  '            └─ POST /charges · client · in payment',
].join('\n');

export const tracestate: Check<Inputs> = {
  id: 'tracestate',
  title: "the partner's tracestate is carried all the way",
  points: 1,
  scenario: 'orders',
  judge(run) {
    const { orderId, partner } = run.inputs.partnerOrder;
    const span = workIn(run, 'payment', orderId);
    const arrived = new Set((span.traceState ?? '').split(',').map((entry) => entry.trim()));
    const lost = partner.states.filter((state) => !arrived.has(state));
    if (lost.length === 0) return;
    throw new Explanation({
      sought: `both entries of the partner's tracestate on \`${span.name}\` in \`payment\``,
      found: lost.length === 1 ? `one of them is lost: ${lost.join()}` : 'none of them arrived',
      because:
        lost.length === 1
          ? 'they came in two headers of that name, and only one was read'
          : 'a traceparent was passed on without the tracestate that belongs to it',
      next:
        lost.length === 1
          ? 'let the getter return all that came under a name; `headers.get` has them, joined by commas'
          : 'let extract() and inject() carry both headers; neither needs to be read by hand',
      spans: [span],
      kind: 'wrong-field',
    });
  },
};
