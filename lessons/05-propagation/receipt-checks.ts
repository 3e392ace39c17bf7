import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { drawWithin, honestOrders, isWithin, workIn } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs, Order } from './inputs.ts';

const NAME = 'send receipts';

export const receiptsApart: Check<Inputs> = {
  id: 'receipts-apart',
  title: 'receipts are sent in a trace of their own',
  points: 1,
  scenario: 'orders',
  judge(run) {
    const spans = sendSpans(run);
    for (const order of honestOrders(run)) refuseChild(run, spans, order);
    const child = spans.find((span) => span.parent !== undefined);
    if (child === undefined) return;
    throw new Explanation({
      sought: `\`${NAME}\` as the root of a trace`,
      found: 'it has a parent that is no part of any order here',
      because: 'its parent came out of a context that was kept from somewhere else',
      next: `start \`${NAME}\` with \`root: true\`; what led to it belongs into links`,
      spans: [child],
      kind: 'wrong-parent',
    });
  },
};

function sendSpans(run: ShopRun): Span[] {
  const spans = run.trace.spans.filter(({ name }) => name === NAME);
  if (spans.some(({ endTime }) => endTime !== undefined)) return spans;
  throw new Explanation({
    sought: `a span \`${NAME}\` in \`payment\`, ended`,
    found: spans.length === 0 ? 'no such span' : 'it was started and never ended',
    because: 'receipts.ts had one that was ended, so it may have been lost on the way',
    next: `start and end \`${NAME}\` in sendReceipts(), as the starter does`,
    spans,
    kind: spans.length === 0 ? 'missing' : 'open',
  });
}

function refuseChild(run: ShopRun, spans: readonly Span[], { orderId }: Order): void {
  const work = workIn(run, 'payment', orderId);
  const child = spans.find((span) => span.traceId === work.traceId);
  if (child === undefined) return;
  throw new Explanation({
    sought: `\`${NAME}\` in a trace of its own`,
    found: `\`${NAME}\` is part of the trace of an order, below \`${work.name}\``,
    because:
      'it was started in the context of a request. That request has been answered; its trace now ' +
      'seems to last until the mail goes out, and the other orders of the mail are nowhere',
    next: `start \`${NAME}\` with \`root: true\`, and name the orders' spans in its links`,
    spans: [child],
    kind: 'wrong-parent',
    expected: `${NAME} · consumer  (links: one an order)`,
    actual: drawWithin(run, work),
  });
}

export const receiptsLinked: Check<Inputs> = {
  id: 'receipts-linked',
  title: 'sending the receipts is linked to every order it is for',
  points: 1,
  scenario: 'orders',
  judge(run) {
    const orders = honestOrders(run);
    const known = orders.filter((order) => isLinked(run, order)).length;
    if (known === orders.length) return;
    throw new Explanation({
      sought: `\`${NAME}\` with a link to the span of \`payment\` that left each message`,
      found: `links for ${known} of ${orders.length} orders`,
      because:
        'a message does not know by itself which span left it, and a link takes the span context ' +
        'of that very span, its trace id and span id',
      next:
        'inject the active context into the headers of the message in leaveReceipt(). In ' +
        'sendReceipts() extract it, and link to what `trace.getSpanContext(…)` finds in it, each as ' +
        '`{ context }`',
      spans: sendSpans(run),
      kind: 'wrong-field',
    });
  },
};

function isLinked(run: ShopRun, { orderId }: Order): boolean {
  const work = workIn(run, 'payment', orderId);
  return sendSpans(run)
    .flatMap(({ links }) => links)
    .map((link) => run.trace.find(link.traceId, link.spanId))
    .some((target) => target !== undefined && isWithin(run, target, work));
}
