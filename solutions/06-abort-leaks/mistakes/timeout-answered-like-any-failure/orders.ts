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
  const over = once(response, 'close');

  const left = new AbortController();
  void over.then(() => left.abort());
  const deadline = AbortSignal.timeout(shop.deadlineMs);
  const signal = AbortSignal.any([left.signal, deadline, shop.closing]);

  const route = { 'http.request.method': 'POST', 'http.route': '/orders/:id' };
  const attributes = { ...route, 'shop.order.id': orderId };
  await inSpan('POST /orders/:id', { kind: SpanKind.SERVER, attributes }, signal, async (span) => {
    try {
      await charge(orderId, shop, signal);
      letters.push(orderId);
      reply(response, 200, span);
    } catch (error) {
      recordFailure(span, error, signal);
      reply(response, 502, span);
    }
    await over;
  });
}
