import { SpanKind } from '@opentelemetry/api';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { recordFailure } from './failure.ts';
import { inSpan } from './in-span.ts';
import { charge } from './payment.ts';
import { reply } from './reply.ts';
import type { Letters, Shop } from './shop.ts';

/** Serves `POST /orders/:id`: has the order charged, and asks for its letter. */
export async function takeOrder(
  orderId: string,
  response: ServerResponse,
  shop: Shop,
  letters: Letters,
): Promise<void> {
  // TODO 1: A customer who leaves gets no answer. Then nothing ever finishes, and the span below
  // stays open. Wait for an event that comes either way.
  const over = once(response, 'finish');

  // TODO 2: This signal fires when the shop closes. Let it fire as well when the customer leaves,
  // and when the order has taken `shop.deadlineMs`. Leave no listener behind on `shop.closing`.
  const work = new AbortController();
  shop.closing.addEventListener('abort', () => work.abort(shop.closing.reason));
  const signal = work.signal;

  const route = { 'http.request.method': 'POST', 'http.route': '/orders/:id' };
  const attributes = { ...route, 'shop.order.id': orderId };
  await inSpan('POST /orders/:id', { kind: SpanKind.SERVER, attributes }, signal, async (span) => {
    try {
      await charge(orderId, shop, signal);
      letters.push(orderId);
      reply(response, 200, span);
    } catch (error) {
      recordFailure(span, error, signal);
      // TODO 2, its end: Answer with 504 instead where the order's time was up.
      reply(response, 502, span);
    }
    await over;
  });
}
