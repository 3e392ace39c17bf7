import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { knownSpans, leftOrders, orderSpan, ORDER_SPAN, requireOpenShop } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const spansEnd: Check<Inputs> = {
  id: 'spans-end',
  title: 'every span ends, whoever goes away meanwhile',
  points: 2,
  scenario: 'customers',
  judge(run) {
    requireOpenShop(run, `\`${ORDER_SPAN}\` for each order, and its end`);
    for (const orderId of leftOrders(run)) orderSpan(knownSpans(run), orderId);
    const { open } = run.evidence;
    const span = open.find(({ kind }) => kind === 'server') ?? open[0];
    if (span !== undefined) throw leftOpen(run, span);
  },
};

function leftOpen(run: ShopRun, span: Span): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` ended, as every span that was started`,
    found: `it was never ended: ${circumstances(run, span)}`,
    ...(span.kind === 'server' ? WAITS_FOR_EVER : LEFT_BY_ERROR),
    spans: [span],
    kind: 'open',
  });
}

/** What had happened to the order of a span. */
function circumstances({ inputs, evidence }: ShopRun, span: Span): string {
  const known = [...evidence.started, span];
  const top = known.find(({ traceId, kind }) => traceId === span.traceId && kind === 'server');
  const orderId = top?.attributes['shop.order.id'];
  switch (orderId) {
    case inputs.leftAtOnce:
    case inputs.leftLater:
      return `the customer of ${orderId} left without an answer`;
    case inputs.lastOrder:
      return `the shop closed while ${orderId} was under way`;
    default:
      return `${typeof orderId === 'string' ? orderId : 'its order'} was served and answered`;
  }
}

type Reasons = Pick<ExplanationParts, 'because' | 'next'>;

const WAITS_FOR_EVER: Reasons = {
  because:
    'it waits for something that does not come. A response emits `finish` when its last byte was ' +
    'handed over, and with the customer gone there is none. It emits `close` once, and not again ' +
    'for those who ask late. And a span that never ends is never exported',
  next:
    'in src/orders.ts, wait for `close` from the start: it comes once to every response, answered ' +
    'or not',
};

const LEFT_BY_ERROR: Reasons = {
  because: 'work that is stopped leaves by an error, which skips the lines after it',
  next: 'end the span in a `finally`, as inSpan() does: it runs on every way out',
};
