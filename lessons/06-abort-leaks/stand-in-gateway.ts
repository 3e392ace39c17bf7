import { SpanKind } from '@opentelemetry/api';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { recordFailure } from './starter/failure.ts';
import { inSpan } from './starter/in-span.ts';
import { reply } from './starter/reply.ts';
import type { Gateway, Letters, Shop } from './starter/shop.ts';
import { startTracing } from './starter/tracing.ts';

const LOOK_AGAIN_MS = 10;

/**
 * Opens a gateway that is nobody's, to rehearse with. It serves orders as the lesson's program does
 * once it is right, so that what V8 makes of Node and of OpenTelemetry meanwhile is of use to that one.
 */
export async function startGateway(shop: Shop): Promise<Gateway> {
  const provider = startTracing(shop.exporter);
  const letters: Letters = [];
  const server = createServer(({ url = '' }, response) => {
    void takeOrder(url.replace('/orders/', ''), response, shop, letters);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  shop.closing.addEventListener('abort', () => void server.close(), { once: true });
  const ends = [once(server, 'close'), sendLetters(letters, shop)];
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    closed: Promise.all(ends).then(() => provider.shutdown()),
  };
}

async function takeOrder(
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
  const attributes = { 'http.request.method': 'POST', 'shop.order.id': orderId };
  await inSpan('POST /orders/:id', { kind: SpanKind.SERVER, attributes }, signal, async (span) => {
    try {
      const url = `${shop.payment}/charges/${orderId}`;
      await inSpan('charge card', {}, signal, () => charge(url, shop.lookEveryMs, signal));
      letters.push(orderId);
      reply(response, 200, span);
    } catch (error) {
      recordFailure(span, error, signal);
      reply(response, deadline.aborted ? 504 : 502, span);
    }
    await over;
  });
}

async function charge(url: string, lookEveryMs: number, signal: AbortSignal): Promise<void> {
  let state = await ask('PUT', url, signal);
  while (state !== 'settled') {
    await pause(lookEveryMs, undefined, { signal });
    state = await ask('GET', url, signal);
  }
}

async function ask(method: string, url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { method, signal });
  if (!response.ok) throw new Error(`payment answered ${response.status}`);
  return await response.text();
}

async function sendLetters(letters: Letters, { notifier, closing }: Shop): Promise<void> {
  try {
    while (!closing.aborted) {
      const orderId = letters.shift();
      if (orderId === undefined) await pause(LOOK_AGAIN_MS, undefined, { signal: closing });
      else await fetch(`${notifier}/letters/${orderId}`, { method: 'POST' });
    }
  } catch (error) {
    if (!closing.aborted) throw error;
  }
}
