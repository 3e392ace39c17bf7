import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { factOf, requireOpenShop } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

export const shopCloses: Check<Inputs> = {
  id: 'shop-closes',
  title: 'when the shop closes, the order under way and the worker stop',
  points: 2,
  scenario: 'customers',
  judge(run) {
    const sought = 'everything stopped soon after `shop.closing` has fired';
    requireOpenShop(run, sought);
    const reasons = orderReasons(run) ?? closedReasons(run);
    if (reasons !== undefined) throw new Explanation({ sought, ...reasons });
  },
};

function orderReasons(run: ShopRun): Reasons | undefined {
  const { lastOrder } = run.inputs;
  const release = factOf(run, 'released', lastOrder);
  if (release === 'let-go') return undefined;
  if (release !== 'kept-waiting') {
    return {
      found: `${lastOrder}, the last order before it closed, never reached payment`,
      because: 'the orders before it may have left the gateway in a bad state',
      next: 'send two orders after one another, and look what becomes of the second',
    };
  }
  return {
    found: `the gateway went on waiting for payment, which had ${lastOrder} in hand`,
    because: 'the signal of the order fires for its customer or its deadline, and not for the shop',
    next: "in src/orders.ts, let `shop.closing` be one of the signals that fire the order's own",
  };
}

function closedReasons({ evidence }: ShopRun): Reasons | undefined {
  const { closed } = evidence.observed;
  if (closed === 'yes') return undefined;
  if (closed !== 'no' && typeof closed === 'string') {
    return {
      found: `\`closed\` rejected: ${closed}`,
      because: 'a pause that is stopped rejects, and the worker let that out as if it had failed',
      next: 'in src/letters.ts, catch the error, and throw it on only if `closing` has not fired',
    };
  }
  return evidence.handles.includes('TCPServerWrap')
    ? {
        found: 'the server was still open',
        because: 'it closes when its last response is closed, and one was never answered',
        next: 'let takeOrder() answer each order that was stopped, if its customer is still there',
      }
    : {
        found: 'the worker that sends the letters went on looking for more',
        because: 'its loop has no end, and the promise that `closed` waits for never settles',
        next: 'in src/letters.ts, leave the loop when `closing` has fired, and let it end a pause',
      };
}

export const nothingHeld: Check<Inputs> = {
  id: 'nothing-held',
  title: 'nothing is left that keeps the program running',
  points: 2,
  scenario: 'customers',
  judge(run) {
    const sought = 'a program that comes to its end by itself once the shop is closed';
    requireOpenShop(run, sought);
    const { handles } = run.evidence;
    if (handles.length === 0) return;
    throw new Explanation({
      sought,
      found: `it did not: ${wordsFor(handles)} still open`,
      ...(handles.includes('Timeout') ? TIMER : CONNECTION),
    });
  },
};

function wordsFor(handles: readonly string[]): string {
  const words = new Set(handles.map((kind) => WORDS[kind] ?? `a ${kind}`));
  const list = new Intl.ListFormat('en').format(words);
  return `${list} ${words.size === 1 ? 'is' : 'are'}`;
}

const WORDS: Readonly<Record<string, string>> = {
  Timeout: 'a timer',
  TCPSocketWrap: 'a connection',
  TCPServerWrap: 'a server',
};

const TIMER = {
  because:
    'a timer or an interval was started for some work and not cleared when the work was over. To ' +
    'lose interest in it does not stop it',
  next:
    'clear it in a `finally`; or take `node:timers/promises` with the signal and ' +
    '`AbortSignal.timeout()`, which look after themselves',
};

const CONNECTION = {
  because: 'a call was sent and nobody waits for its answer, or a server was not closed',
  next: 'hand a signal to each `fetch`, and let it fire when the shop closes',
};
