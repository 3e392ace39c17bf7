import { SpanKind } from '@opentelemetry/api';
import { addAbortListener, once } from 'node:events';
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
  using atTheEnd = new DisposableStack();
  const work = new AbortController();
  const signal = work.signal;
  const over = once(response, 'close');
  void over.then(() => work.abort());
  atTheEnd.use(addAbortListener(shop.closing, () => work.abort(shop.closing.reason)));
  const onTimeout = (): void => work.abort(new DOMException('took too long', 'TimeoutError'));
  atTheEnd.adopt(setTimeout(onTimeout, shop.deadlineMs), clearTimeout);

  const route = { 'http.request.method': 'POST', 'http.route': '/orders/:id' };
  const attributes = { ...route, 'shop.order.id': orderId };
  await inSpan('POST /orders/:id', { kind: SpanKind.SERVER, attributes }, signal, async (span) => {
    try {
      await charge(orderId, shop, signal);
      letters.push(orderId);
      reply(response, 200, span);
    } catch (error) {
      recordFailure(span, error, signal);
      reply(response, isLate(signal) ? 504 : 502, span);
    }
    await over;
  });
}

function isLate(signal: AbortSignal): boolean {
  const reason: unknown = signal.reason;
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}
