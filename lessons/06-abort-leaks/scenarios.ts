import { setTimeout as pause } from 'node:timers/promises';
import type { Rehearsals, Scenario } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { spendALongDay } from './long-day.ts';
import { OpenShop, type Run } from './open-shop.ts';
import { becomesTrue, TURNS, turnsFor } from './patience.ts';
import { rehearseOrders, rehearseWith } from './rehearsal.ts';

export const rehearse: Rehearsals<Run['subject']> = {
  longDay: rehearseOrders,
  customers: (rehearsal) => rehearseWith(customers, rehearsal),
  slowPayment: (rehearsal) => rehearseWith(slowPayment, rehearsal),
};

type Drive = Scenario<Run['subject'], Inputs>;
type Answer = readonly [orderId: string, status: number];

/** Between two tries, for a machine that stalled. */
const BREATH_MS = 50;

/** Customers leave, customers stay, and the shop closes while an order is under way. */
export const customers: Drive = async (run) => {
  const { leftAtOnce, leftLater, paid, broken, lastOrder } = run.inputs;
  const shop = await OpenShop.start(run, { deadlineMs: 10_000, lookEveryMs: 5 });
  await Promise.all([leftAtOnce, leftLater].map((orderId) => leaveMidway(shop, orderId)));

  const answers = await Promise.all(
    [...paid, broken].map((orderId) => answerTo(shop, orderId, TURNS.untilAnswered)),
  );
  run.observe('answers', Object.fromEntries(answers));
  await becomesTrue(TURNS.untilLetters, () => paid.every((id) => shop.letters.includes(id)));

  const last = shop.order(lastOrder);
  await shop.whilePaymentHolds(lastOrder, () => shop.close());
  await shop.noteClosing();
  last.leave();
  run.observe('letters', shop.letters);
  run.observe('askedAgain', shop.payment.askedAgain);
};

/** Payment takes longer than an order may, in two ways at a time, and then is quick again. */
export const slowPayment: Drive = async (run) => {
  const { unanswered, unsettled, next, deadlineMs } = run.inputs;
  const shop = await OpenShop.start(run, { deadlineMs, lookEveryMs: 10_000 });
  shop.payment.holdTurns = turnsFor(3 * shop.deadlineMs);
  const release = shop.whilePaymentHolds(unanswered, () => {});
  const answers = [
    ...(await Promise.all([
      answerTo(shop, unanswered, turnsFor(4 * shop.deadlineMs)),
      answerUntil(shop, unsettled, ([orderId]) => shop.payment.isKnownAsPending(orderId)),
    ])),
    await answerUntil(shop, next, ([, status]) => status === 200),
  ];
  run.observe('answers', Object.fromEntries(answers));
  await release;
  shop.close();
  await run.exporter.forceFlush?.();
};

/** A thousand orders through one gateway, of which nobody keeps the spans. */
export const longDay: Drive = spendALongDay;

async function leaveMidway(shop: OpenShop, orderId: string): Promise<void> {
  const customer = shop.order(orderId);
  await shop.whilePaymentHolds(orderId, () => customer.leave());
}

async function answerTo(shop: OpenShop, orderId: string, turns: number): Promise<Answer> {
  return [orderId, await shop.order(orderId).status(turns)];
}

/** The answer to the first of the orders with which all went as intended, or to the last of them. */
async function answerUntil(
  shop: OpenShop,
  orderIds: readonly string[],
  isIntended: (answer: Answer) => boolean,
): Promise<Answer> {
  let answer: Answer = ['', 0];
  for (const [tries, orderId] of orderIds.entries()) {
    answer = await answerTo(shop, orderId, turnsFor(4 * shop.deadlineMs));
    if (isIntended(answer)) break;
    await pause(BREATH_MS * (tries + 1));
  }
  return answer;
}
