import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { factOf, lettersFor, requireOpenShop, saysCancelled, spansOfOrder } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const ordersUnchanged: Check<Inputs> = {
  id: 'orders-unchanged',
  title: 'orders that nobody gave up are served as before',
  points: 1,
  scenario: 'customers',
  judge(run) {
    requireOpenShop(run, 'orders that are answered as before');
    for (const orderId of run.inputs.paid) judgePaid(run, orderId);
    judgeBroken(run);
  },
};

const NO_LETTER = {
  because: 'nobody asks for the letter, or the worker leaves its loop while the shop is open',
  next:
    'in src/letters.ts, go on for as long as `closing.aborted` is false; in src/orders.ts, push ' +
    'the order when it has been charged',
};

const CUT_SHORT = {
  because: 'what stops the work for one order may reach another, or fire too early',
  next: 'make the signal of an order inside takeOrder(), and fire it for this order alone',
};

function judgePaid(run: ShopRun, orderId: string): void {
  const sought = `200 and one letter for ${orderId}, whose customer stayed`;
  const status = factOf(run, 'answers', orderId);
  const letters = lettersFor(run, orderId);
  if (status !== 200 || letters !== 1) {
    throw new Explanation({
      sought,
      found: `${status === 0 ? 'no answer' : String(status)} and ${letters} letters`,
      ...(status === 200 && letters === 0 ? NO_LETTER : CUT_SHORT),
    });
  }
  const spans = spansOfOrder(run, orderId);
  const span = spans.find((one) => one.status.code === 'error' || saysCancelled(one));
  if (span === undefined) return;
  throw new Explanation({
    sought: `\`${span.name}\` of ${orderId} neither failed nor cancelled: it was paid`,
    found: saysCancelled(span) ? 'it says that it was cancelled' : 'its status is error',
    because:
      '`close` comes to every response, and also to those that were answered; it alone does not ' +
      'say that somebody left',
    next: 'set the mark where the work was stopped, or look at `response.writableFinished` first',
    spans: [span],
    kind: 'wrong-field',
  });
}

function judgeBroken(run: ShopRun): void {
  const { broken } = run.inputs;
  const [span] = spansOfOrder(run, broken);
  const status = factOf(run, 'answers', broken);
  if (status === 502 && span?.status.code === 'error') return;
  throw new Explanation({
    sought: `502 for ${broken}, over which payment broke down, and a span with status error`,
    found: `${status === 0 ? 'no answer' : String(status)}, and status ${span?.status.code}`,
    because: 'an error that has nothing to do with a signal was taken for an abort',
    next: 'in src/failure.ts, take for cancelled only what happened once the signal had fired',
    ...(span && { spans: [span] }),
    kind: 'wrong-field',
  });
}
