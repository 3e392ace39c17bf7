import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { factOf, requireOpenShop } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

/** Orders that come between the two counts. */
const ORDERS = 1000;

export const listenersRemoved: Check<Inputs> = {
  id: 'listeners-removed',
  title: 'a thousand orders leave no listener on the long-lived signal',
  points: 1,
  scenario: 'longDay',
  judge(run) {
    const sought = 'as many listeners on `shop.closing` after 1,000 orders as before them';
    requireOpenShop(run, sought);
    const answered = countOf(run, 'answered');
    if (answered !== ORDERS) throw new Explanation({ sought, ...notAnswered(answered) });
    const growth = countOf(run, 'after') - countOf(run, 'before');
    if (!(growth <= 0)) throw new Explanation({ sought, ...grown(growth) });
  },
};

function countOf(run: ShopRun, name: string): number {
  return Number(factOf(run, 'longDay', name) ?? Number.NaN);
}

function grown(growth: number): Reasons {
  return {
    found: `${growth.toLocaleString('en')} more, though all of the orders had been answered`,
    because:
      '`shop.closing` lives as long as the program and keeps each listener, with the order that ' +
      'it closes over. `{ once: true }` removes one when it fires, and this signal fires at ' +
      'the very end',
    next:
      growth < ORDERS
        ? 'remove the listener on every way out, in a `finally`; or let `AbortSignal.any([…])` join ' +
          'the signals, which leaves nothing to remove'
        : 'remove the listener when the order is done; or let `AbortSignal.any([…])` join the ' +
          'signals, which leaves nothing to remove',
  };
}

function notAnswered(answered: number): Reasons {
  return {
    found: `${answered.toLocaleString('en')} of the orders were answered, and the others not`,
    because:
      'they come over a connection that is kept, one order after another. What the first ones ' +
      'leave behind may stop those that follow',
    next: 'let takeOrder() answer each order, and keep nothing of it for the next',
  };
}
