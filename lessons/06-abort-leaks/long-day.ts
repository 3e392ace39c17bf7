import { ProxyTracerProvider, trace } from '@opentelemetry/api';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { sendOrders } from './kept-connections.ts';
import { listen } from './listen.ts';
import { busiestCount, remainingListenersOn } from './listeners.ts';
import { becomesTrue, TURNS } from './patience.ts';
import type * as main from './starter/main.ts';

/** Customers of one day, nearly all of whom find payment away. */
const DAY = { warmUp: 5, paid: 20, refused: 980 };

/** A port that `fetch` refuses to call, so that a call costs nothing. */
const AWAY = 'http://127.0.0.1:1';

/** Counts the listeners on `shop.closing` before and after a thousand orders. */
export async function spendALongDay(run: Stage<typeof main, Inputs>): Promise<void> {
  const { subject, inputs, exporter, observe } = run;
  const closing = new AbortController();
  const letters = { sent: 0 };
  const payment = { url: await listen((_request, response) => response.end('settled')) };
  const shop = {
    exporter,
    notifier: await listen((_request, response) => {
      letters.sent += 1;
      response.end('sent');
    }),
    deadlineMs: 20_000,
    lookEveryMs: 5,
    closing: closing.signal,
    get payment() {
      return payment.url;
    },
  };
  const gateway = await subject.startGateway(shop);
  observe('opened', true);
  makeNoSpans();
  const send = (count: number): Promise<number> =>
    sendOrders(gateway.url, inputs.manyOrders, count);
  const paid = async (count: number): Promise<number> => {
    const expected = letters.sent + count;
    const answered = await send(count);
    await becomesTrue(TURNS.untilLetters, () => letters.sent >= expected);
    return answered;
  };

  await paid(DAY.warmUp);
  const before = await busiestCount(closing.signal);
  let answered = await paid(DAY.paid);
  payment.url = AWAY;
  answered += await send(DAY.refused);
  const after = await remainingListenersOn(closing.signal, before);
  observe('longDay', { answered, before, after });
  closing.abort(new DOMException('the shop closes', 'ShopClosed'));
  await Promise.race([gateway.closed.catch(() => {}), pause(50)]);
}

/** What is counted here are listeners, and the spans of so many orders cost more than the orders. */
function makeNoSpans(): void {
  const provider = trace.getTracerProvider();
  if (provider instanceof ProxyTracerProvider) {
    provider.setDelegate(new ProxyTracerProvider().getDelegate());
  }
}
