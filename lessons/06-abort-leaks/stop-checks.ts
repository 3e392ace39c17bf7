import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { callsAfterTheEnd, factOf, leftOrders, lettersFor, requireOpenShop } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

export const workStops: Check<Inputs> = {
  id: 'work-stops',
  title: 'when a customer leaves, payment is let go at once',
  points: 2,
  scenario: 'customers',
  judge(run) {
    for (const orderId of leftOrders(run)) {
      const release = factOf(run, 'released', orderId);
      if (release === 'let-go') continue;
      throw new Explanation({
        sought: `the gateway hangs up on payment once the customer of ${orderId} has left`,
        ...(release === 'kept-waiting' ? keptWaiting(run, orderId) : NOT_ASKED(orderId)),
      });
    }
  },
};

function keptWaiting(run: ShopRun, orderId: string): Reasons {
  const { leftAtOnce, leftLater, lastOrder } = run.inputs;
  const found = `the customer was gone, and the gateway went on waiting for an answer from payment`;
  if (orderId === leftLater) {
    return {
      found: `${found}. It had asked whether the charge is settled`,
      because: 'the call that takes the charge knows the signal, and the look at it does not',
      next: 'in src/payment.ts, hand the signal to every `fetch`, those of the looks included',
    };
  }
  const aboutIt = `${found} about ${leftAtOnce}`;
  if (factOf(run, 'released', lastOrder) === 'let-go') {
    return {
      found: aboutIt,
      because:
        'the signal reaches `fetch` and fires when the shop closes, but not when a customer leaves',
      next: "in src/orders.ts, let the response's `close` fire the signal too",
    };
  }
  return {
    found: aboutIt,
    because: 'either `fetch` is not given the signal, or the signal does not fire for a customer',
    next: "fire a signal on the response's `close` (src/orders.ts), and hand it to every `fetch`, among its options: `{ method, signal }` (src/payment.ts)",
  };
}

const NOT_ASKED = (orderId: string): Reasons => ({
  found: `payment was never asked about ${orderId}`,
  because: 'the work was stopped before it began, or waits for something else first',
  next: 'let charge() ask payment as soon as the order comes in; only a signal that fires stops it',
});

export const noNextStep: Check<Inputs> = {
  id: 'no-next-step',
  title: 'nothing more is begun for a customer who has left',
  points: 1,
  scenario: 'customers',
  judge(run) {
    const sought = 'no call and no letter about an order whose customer has left';
    requireOpenShop(run, sought);
    for (const orderId of leftOrders(run)) {
      if (callsAfterTheEnd(run, orderId) > 0) throw new Explanation({ sought, ...asked(orderId) });
      if (lettersFor(run, orderId) > 0) throw new Explanation({ sought, ...written(orderId) });
    }
  },
};

const asked = (orderId: string): Reasons => ({
  found: `payment was asked about ${orderId} once more, after the gateway had hung up`,
  because: 'a call that was stopped looks like one that failed, so somebody tries again',
  next: 'in src/payment.ts, try nothing again once `signal.aborted`, and hand the signal to each try',
});

const written = (orderId: string): Reasons => ({
  found: `the notifier was asked for a letter about ${orderId}, as if it had been paid`,
  because:
    'the abort was caught on its way, so charge() resolved, and the next step took that for success',
  next: 'let the error go on to takeOrder(): a function that was stopped rejects, it does not return',
});
