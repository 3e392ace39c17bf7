import { context, SpanKind, trace } from '@opentelemetry/api';
import type { ServerResponse } from 'node:http';
import { recordFailure } from './failure.ts';
import { charge } from './payment.ts';
import { reply } from './reply.ts';
import type { Letters, Shop } from './shop.ts';

const tracer = trace.getTracer('gateway');

/** Serves `POST /orders/:id`: has the order charged, and asks for its letter. */
export async function takeOrder(
  orderId: string,
  response: ServerResponse,
  shop: Shop,
  letters: Letters,
): Promise<void> {
  const route = { 'http.request.method': 'POST', 'http.route': '/orders/:id' };
  const attributes = { ...route, 'shop.order.id': orderId };
  const span = tracer.startSpan('POST /orders/:id', { kind: SpanKind.SERVER, attributes });

  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) span.addEvent('cancelled', { by: 'customer' });
    left.abort();
    span.end();
  });
  const deadline = AbortSignal.timeout(shop.deadlineMs);
  const signal = AbortSignal.any([left.signal, deadline, shop.closing]);

  await context.with(trace.setSpan(context.active(), span), async () => {
    try {
      await charge(orderId, shop, signal);
      letters.push(orderId);
      reply(response, 200, span);
    } catch (error) {
      if (!left.signal.aborted) recordFailure(span, error, signal);
      reply(response, deadline.aborted ? 504 : 502, span);
    }
  });
}
