import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HostileOrder, Order, Partner } from './inputs.ts';

type HeaderPairs = readonly (readonly [name: string, value: string])[];

export function partnerHeaders({ traceId, spanId, states }: Partner): HeaderPairs {
  return [
    ['Traceparent', `00-${traceId}-${spanId}-01`],
    ...states.map((state) => ['Tracestate', state] as const),
  ];
}

export function hostileHeaders(order: HostileOrder): HeaderPairs {
  const { traceparents, tracestate, baggage } = order;
  return [
    ...traceparents.map((traceparent) => ['traceparent', traceparent] as const),
    ['tracestate', tracestate],
    ...(baggage === '' ? [] : [['baggage', baggage] as const]),
  ];
}

export async function sendOrder(gateway: string, order: Order, headers: HeaderPairs) {
  const { orderId, customerId, euros } = order;
  const url = new URL('/orders', gateway);
  return { orderId, ...(await post(url, { orderId, customerId, euros }, headers)) };
}

/** Posts JSON with the headers exactly as they are, which `fetch` would not. */
export async function post(url: URL, content: unknown, headers: HeaderPairs) {
  const body = JSON.stringify(content);
  const length = String(Buffer.byteLength(body));
  const outgoing = request(url, {
    method: 'POST',
    agent: false,
    headers: ['host', url.host, 'content-length', length, ...headers.flat()],
  });
  const received: unknown[] = await once(outgoing.end(body), 'response');
  const [response] = received;
  if (!(response instanceof IncomingMessage)) throw new Error(`${url.href} gave no answer.`);
  return { status: response.statusCode ?? 0, body: await text(response) };
}
