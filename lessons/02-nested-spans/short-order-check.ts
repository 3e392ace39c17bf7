import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { isInside, spanOf } from './facts.ts';
import type { HallRun } from './facts.ts';
import type { Inputs, OrderInput } from './inputs.ts';
import { outcomeOf } from './outcomes.ts';

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
    const open = inside.filter(({ endTime }) => endTime === undefined);
    judgePacking(run, order);
    if (open.length > 0) throw leftOpen(open, order);
    judgeReason(run, order);
  },
};

function judgePacking({ evidence }: HallRun, { orderId, items }: OrderInput): void {
  const packed = evidence.moments.find(
    ({ name, value }) => name === 'pack item began' && items.some((item) => item === value),
  );
  if (packed === undefined) return;
  throw new Explanation({
    sought: `nothing packed for ${orderId}, which is out of stock`,
    found: 'the packer had its items on the bench',
    because: 'the packing did not wait for the check, which was still counting',
    next:
      "in src/reserve-order.ts, await inSpan('check stock', …), and call inSpan('pack order', …) " +
      'after that',
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
    found: `main() says of it: ${failure ?? parcel}`,
    because: 'the error was caught on its way, for the sake of a span',
    next: 'throw it again once the span has it, or catch nothing and use `finally`',
  });
}
