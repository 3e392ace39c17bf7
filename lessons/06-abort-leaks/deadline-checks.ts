import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { answered, factOf, requireOpenShop } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

const GATEWAY_TIMEOUT = 504;

export const deadline: Check<Inputs> = {
  id: 'deadline',
  title: 'an order that takes too long is stopped and answered with 504',
  points: 2,
  scenario: 'slowPayment',
  judge(run) {
    requireOpenShop(run, 'an answer once an order has taken `shop.deadlineMs`');
    const { unanswered, unsettled, next } = run.inputs;
    judgeAnswer(run, unanswered, IN_A_CALL);
    judgeAnswer(run, answered(run, unsettled), IN_A_PAUSE);
    judgeRelease(run, unanswered);
    judgeNext(run, answered(run, next));
  },
};

function judgeAnswer(run: ShopRun, orderId: string | undefined, { doing, late }: Wait): void {
  const status = orderId === undefined ? 0 : factOf(run, 'answers', orderId);
  if (status === GATEWAY_TIMEOUT) return;
  const isLate = status === 0 || status === 200;
  throw new Explanation({
    sought: `504 for an order whose time was up while the gateway ${doing}`,
    ...(isLate ? { found: LATE, ...late } : otherAnswer(status)),
  });
}

const LATE = 'no answer in that time, nor for long after it';

/** Where an order can be when its time is up, and why it would not notice. */
interface Wait {
  readonly doing: string;
  readonly late: Omit<Reasons, 'found'>;
}

const IN_A_CALL: Wait = {
  doing: 'waited for payment to answer',
  late: {
    because: 'no signal that fires after `shop.deadlineMs` reaches the call that waits',
    next:
      'in src/orders.ts, let `AbortSignal.timeout(shop.deadlineMs)` fire the signal of the order; ' +
      'in src/payment.ts, hand that signal to `fetch`',
  },
};

const IN_A_PAUSE: Wait = {
  doing: 'paused before its next look',
  late: {
    because:
      'calls to payment stop in time, and the wait between two of them has not heard of it. Or ' +
      'each call has a deadline of its own, which is none for the order as a whole',
    next:
      "in src/payment.ts, let the order's signal end the wait too, as the `setTimeout` of " +
      'node:timers/promises does with `{ signal }` as its third argument; and make one deadline ' +
      'for all, in src/orders.ts',
  },
};

function otherAnswer(status: unknown): Reasons {
  return {
    found: `the order was answered with ${String(status)}`,
    because: 'it was stopped in time, and the answer does not tell it from any other failure',
    next: "answer with 504 where it was the order's deadline that fired, and with 502 otherwise",
  };
}

function judgeRelease(run: ShopRun, orderId: string): void {
  if (factOf(run, 'released', orderId) !== 'kept-waiting') return;
  throw new Explanation({
    sought: `the gateway hangs up on payment when the time of ${orderId} is up`,
    found: 'the customer got an answer, and the gateway went on waiting for payment',
    because:
      'a timer that wins a race, as with Promise.race(), ends the waiting and not the work: the ' +
      'call goes on, and nobody is there for its answer',
    next: 'let the deadline fire the signal that `fetch` was given; then the work is what stops',
  });
}

function judgeNext(run: ShopRun, orderId = ''): void {
  const status = factOf(run, 'answers', orderId);
  if (status === 200) return;
  throw new Explanation({
    sought: '200 for an order that came after the slow ones and was settled at once',
    found: `it was answered with ${String(status)}`,
    because:
      'a deadline begins when it is made. One that is made when the program starts, or that orders ' +
      'share, has already fired when the next order comes',
    next: 'make the deadline inside takeOrder(), a new one for each order',
  });
}
