import { inspect } from 'node:util';
import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { leftOrders, saysCancelled, spansOfOrder, wasTouchedAfterEnd } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const cancelledNotFailed: Check<Inputs> = {
  id: 'cancelled-not-failed',
  title: 'an order that its customer gave up is no failure',
  points: 2,
  scenario: 'customers',
  judge(run) {
    for (const orderId of leftOrders(run)) {
      const span = spansOfOrder(run, orderId).find((one) => marksOf(one).length > 0);
      if (span !== undefined) throw calledFailed(span, orderId);
    }
  },
};

/** What makes a span look like a failure, or like a success. */
function marksOf({ status, attributes, events }: Span): string[] {
  const type = attributes['error.type'];
  return [
    ...(status.code === 'unset' ? [] : [`status ${status.code}`]),
    ...(type === undefined ? [] : [`\`error.type\` = ${inspect(type)}`]),
    ...(events.some(({ name }) => name === 'exception') ? ['an exception event'] : []),
  ];
}

function calledFailed(span: Span, orderId: string): Explanation {
  const marks = new Intl.ListFormat('en').format(marksOf(span));
  const isCode = span.events.some((event) => event.attributes['exception.type'] === '20');
  return new Explanation({
    sought: `\`${span.name}\` with its status unset, without \`error.type\` and exception event`,
    found: `${marks}, for ${orderId}, whose customer had left`,
    because: isCode
      ? 'the abort was recorded like any error. Its exception even has the type "20": the SDK ' +
        'takes the `code` of a DOMException for its name'
      : 'to stop is what the work was told to do. There is no status for it: what was cancelled is ' +
        'neither ok nor an error, and whoever is called at night for errors should sleep',
    next:
      'in src/failure.ts, ask the signal why it fired, and leave the span alone when it was the ' +
      'customer',
    spans: [span],
    kind: 'wrong-field',
  });
}

export const cancelledSaid: Check<Inputs> = {
  id: 'cancelled-said',
  title: 'its span says that it was cancelled',
  points: 1,
  scenario: 'customers',
  judge(run) {
    for (const orderId of leftOrders(run)) {
      const [span] = spansOfOrder(run, orderId);
      if (span !== undefined && !saysCancelled(span)) throw unsaid(run, span, orderId);
    }
  },
};

function saidOtherwise(
  span: Span,
  orderId: string,
  [name, value]: readonly [string, unknown],
): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` of ${orderId} with \`shop.cancelled\` = true, or an event \`cancelled\``,
    found: `\`${name}\` = ${inspect(value)}`,
    because:
      'whoever looks for an attribute has to know its name to the letter, and what it may be',
    next: "write `span.setAttribute('shop.cancelled', true)`: the value is true, and no text",
    spans: [span],
    kind: 'wrong-field',
  });
}

function unsaid(run: ShopRun, span: Span, orderId: string): Explanation {
  const isLate = wasTouchedAfterEnd(run);
  const near = Object.entries(span.attributes).find(([name]) => /cancel/i.test(name));
  if (near !== undefined) return saidOtherwise(span, orderId, near);
  return new Explanation({
    sought: `\`${span.name}\` of ${orderId} with \`shop.cancelled\` = true, or an event \`cancelled\``,
    found: isLate
      ? 'it is not there, and something was set on a span that had ended'
      : 'nothing on the span tells it from an order that went well',
    because: isLate
      ? 'the span ended when the connection closed, and the work learned of it a moment later'
      : 'an unset status says only that nobody called it a failure',
    next: isLate
      ? 'let the span end last: when the work has stopped and the response is closed'
      : "set the attribute on the order's span where you find that the customer has left",
    spans: [span],
    kind: 'wrong-field',
  });
}
