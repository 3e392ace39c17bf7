import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { isInside, isOf, labelOf, orderOf, spanOf, workFor } from './facts.ts';
import type { HallRun, Work } from './facts.ts';
import type { Inputs, OrderInput } from './inputs.ts';
import { outcomeOf } from './outcomes.ts';

export const oneRoot: Check<Inputs> = {
  id: 'one-root',
  title: 'of several orders at once, each is a trace with one root',
  points: 2,
  scenario: 'rush',
  judge(run) {
    for (const order of run.inputs.orders) judgeOrder(run, order);
  },
};

function judgeOrder(run: HallRun, order: OrderInput): void {
  const root = spanOf(run, { name: 'reserve order', of: order.orderId });
  if (root.parent !== undefined) throw notARoot(run, root, order);
  for (const work of workFor(order)) {
    if (work.of === undefined) continue;
    for (const span of run.trace.spans.filter((candidate) => isOf(work, candidate))) {
      if (span !== root && !isInside(run, span, root)) throw strayed(run, span, work, order);
    }
  }
}

function notARoot(run: HallRun, root: Span, { orderId }: OrderInput): Explanation {
  const above = run.trace.parentOf(root);
  return new Explanation({
    sought: `\`reserve order\` of ${orderId} as the root of a trace of its own`,
    found: `it is inside \`${above?.name ?? 'a span that is not here'}\``,
    because:
      'a span was active when the order came in: one around the whole program, or one that ' +
      'another order left behind',
    next: 'see that nothing is active in main(), where orders begin',
    spans: [root],
    kind: 'wrong-parent',
  });
}

function strayed(run: HallRun, span: Span, work: Work, { orderId }: OrderInput): Explanation {
  const otherId = orderAround(run, span);
  const isLost = otherId === '';
  return new Explanation({
    sought: `${labelOf(work)} in the trace of ${orderId}, alone or in a rush`,
    found: isLost
      ? 'with several orders at once, it is in the trace of none'
      : `with several orders at once, it is in the trace of ${otherId}`,
    because: isLost
      ? 'its context was lost on the way to it'
      : 'a context is kept where orders share it: in a variable of the module, in a loop that ' +
        'one order started for all, or in an emitter that was bound as a whole',
    next: adviceFor(work),
    spans: [span],
    kind: 'wrong-parent',
  });
}

function adviceFor({ name }: Work): string {
  if (name === 'pack item') {
    return 'in src/packing-bench.ts, let each job carry the context in which it was queued';
  }
  if (name === 'stick label') {
    return 'in src/stick-label.ts, bind each listener to the context in which it is added';
  }
  return 'start it in the context that is active there, and keep no context outside of functions';
}

function orderAround(run: HallRun, span: Span): string {
  const root = run.trace.spans.find(
    (candidate) => candidate.name === 'reserve order' && isInside(run, span, candidate),
  );
  return root === undefined ? '' : orderOf(root);
}

export const shortOrder: Check<Inputs> = {
  id: 'short-order',
  title: 'an order that cannot be had leaves its spans too, and its reason',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const { orders, shortPlace } = run.inputs;
    const order = orders[shortPlace];
    if (order === undefined) throw new Error('The inputs hold no order that is short.');
    const root = spanOf(run, { name: 'reserve order', of: order.orderId });
    const inside = run.trace.spans.filter((span) => span === root || isInside(run, span, root));
    if (!inside.some(({ name }) => name === 'check stock')) throw unchecked(root, order);
    const open = inside.filter(({ endTime }) => endTime === undefined);
    if (open.length > 0) throw leftOpen(open, order);
    judgeReason(run, order);
  },
};

function unchecked(root: Span, { orderId }: OrderInput): Explanation {
  return new Explanation({
    sought: `\`check stock\` inside \`reserve order\` of ${orderId}, which is out of stock`,
    found: 'no such span',
    next: "let inSpan('check stock', …) start before the items are counted",
    spans: [root],
    kind: 'missing',
  });
}

function leftOpen(open: readonly Span[], { orderId }: OrderInput): Explanation {
  const names = [...new Set(open.map(({ name }) => `\`${name}\``))].toSorted();
  return new Explanation({
    sought: `every span of ${orderId} ended, although the order is out of stock`,
    found: `never ended: ${names.join(' and ')}`,
    because: 'an error leaves a function at once, and skips the lines that come after it',
    next: 'in src/in-span.ts, call `span.end()` in a `finally`: it runs on every way out',
    spans: open,
    kind: 'open',
  });
}

function judgeReason(run: HallRun, { orderId, items }: OrderInput): void {
  const { failure, parcel } = outcomeOf(run, orderId);
  if (failure?.includes(items.at(-1) ?? '') === true) return;
  throw new Explanation({
    sought: `main() says of ${orderId} that it is out of stock, and of which item`,
    found:
      failure === undefined ? `main() gave the parcel ${parcel}` : `main() says of it: ${failure}`,
    because: 'the error was caught on its way, for the sake of a span',
    next: 'throw it again once the span has it, or catch nothing and use `finally`',
  });
}
