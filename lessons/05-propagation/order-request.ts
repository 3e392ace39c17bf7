import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HeaderPairs, Order } from './inputs.ts';

/** Sends an order with the headers exactly as they are, which `fetch` would not. */
export async function sendOrder(gateway: string, order: Order, headers: HeaderPairs) {
  const { orderId, customerId, euros } = order;
  const body = JSON.stringify({ orderId, customerId, euros });
  const url = new URL('/orders', gateway);
  const outgoing = request(url, {
    method: 'POST',
    agent: false,
    headers: [
      'host',
      url.host,
      'content-length',
      String(Buffer.byteLength(body)),
      ...headers.flat(),
    ],
  });
  const received: unknown[] = await once(outgoing.end(body), 'response');
  const [response] = received;
  if (!(response instanceof IncomingMessage)) throw new Error('The gateway gave no answer.');
  return { orderId, status: response.statusCode ?? 0, body: await text(response) };
}
