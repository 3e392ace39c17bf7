import type { Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { sendOrders } from './kept-connection.ts';
import { listen } from './listen.ts';
import { busiestCount, remainingListenersOn } from './listeners.ts';
import { makeNoSpans } from './no-spans.ts';
import { becomesTrue, TURNS } from './patience.ts';
import type * as main from './starter/main.ts';

/** Customers of one day, nearly all of whom find payment away. */
const DAY = { warmUp: 2, paid: 5, refused: 20, astray: 975 };

/** A port that `fetch` refuses to call, and an address that it cannot read, which is quicker still. */
const REFUSED = 'http://127.0.0.1:1';
const ASTRAY = 'http://payment:moved';

/** Counts the listeners on `shop.closing` before and after a thousand orders. */
export async function spendALongDay(run: Stage<typeof main, Inputs>): Promise<void> {
  const { subject, inputs, exporter, observe } = run;
  const closing = new AbortController();
  const neighbours = await openNeighbours();
  const gateway = await subject.startGateway({
    exporter,
    get payment() {
      return neighbours.payment;
    },
    notifier: neighbours.notifier,
    deadlineMs: 20_000,
    lookEveryMs: 5,
    closing: closing.signal,
  });
  observe('opened', true);
  makeNoSpans();
  const send: Send = (count) => sendOrders(gateway.url, inputs.manyOrders, count);
  observe('longDay', await countListeners(closing.signal, neighbours, send));
  Promise.resolve(gateway.closed).catch(() => {});
  closing.abort(new DOMException('the shop closes', 'ShopClosed'));
}

interface Neighbours {
  /** Where payment is; it settles at once. */
  payment: string;
  readonly notifier: string;
  /** How many the notifier was asked for. */
  letters: number;
}

/** Sends so many orders, and tells how many were answered. */
type Send = (count: number) => Promise<number>;

async function countListeners(
  signal: AbortSignal,
  neighbours: Neighbours,
  send: Send,
): Promise<{ answered: number; before: number; after: number }> {
  const lettersCome = (count: number): Promise<boolean> =>
    becomesTrue(TURNS.untilLetters, () => neighbours.letters >= count);
  await send(DAY.warmUp);
  await lettersCome(DAY.warmUp);
  const before = await busiestCount(signal);
  let answered = await send(DAY.paid);
  neighbours.payment = REFUSED;
  answered += await send(DAY.refused);
  neighbours.payment = ASTRAY;
  // Nobody reads the stacks of so many errors.
  Error.stackTraceLimit = 0;
  answered += await send(DAY.astray);
  await lettersCome(DAY.warmUp + DAY.paid);
  return { answered, before, after: await remainingListenersOn(signal, before) };
}

async function openNeighbours(): Promise<Neighbours> {
  const payment = await listen((_request, response) => response.end('settled'));
  const notifier = await listen((_request, response) => {
    neighbours.letters += 1;
    response.end('sent');
  });
  const neighbours = { payment, notifier, letters: 0 };
  return neighbours;
}
