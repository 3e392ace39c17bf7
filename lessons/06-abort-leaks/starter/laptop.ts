import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { Gateway, Shop } from './shop.ts';

const SLOW_ORDER = 'order-1019';
const THINKING_MS = 200;

/** A day in the shop on one laptop: three customers come, and then it closes. */
export async function spendADay(open: (shop: Shop) => Promise<Gateway>): Promise<void> {
  const closing = new AbortController();
  const { url, closed } = await open({
    exporter: lineExporter,
    payment: await openNeighbour('payment'),
    notifier: await openNeighbour('notifier'),
    deadlineMs: 1000,
    lookEveryMs: 300,
    closing: closing.signal,
  });
  await Promise.all([
    order(`${url}/orders/order-1017`, 2000),
    order(`${url}/orders/order-1018`, 150),
    order(`${url}/orders/${SLOW_ORDER}`, 2000),
  ]);
  say('shop', 'closes');
  closing.abort(new DOMException('the shop closes', 'ShopClosed'));
  await closed;
  say('shop', 'is closed, nothing runs any more');
}

/** A customer, who leaves when the answer takes longer than this. */
async function order(url: string, patienceMs: number): Promise<void> {
  const call = request(url, {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(patienceMs),
  });
  const who = `customer of ${url.split('/').at(-1)}`;
  call.once('response', (response) => say(who, `gets ${response.resume().statusCode}`));
  call.once('error', () => say(who, 'has left'));
  call.end();
  await new Promise((resolve) => call.once('close', resolve));
}

/** Payment or the notifier, which think for a while, and for one order without end. */
async function openNeighbour(name: string): Promise<string> {
  const server = createServer(({ method, url = '' }, response) => {
    say(name, `${method} ${url}`);
    response.once('close', () => {
      if (!response.writableFinished) say(name, `is let go from ${method} ${url}`);
    });
    const answer = url.includes(SLOW_ORDER) ? 'pending' : 'settled';
    setTimeout(() => response.end(answer), THINKING_MS);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const lineExporter: SpanExporter = {
  export(spans, onResult) {
    for (const span of spans) say('span', lineOf(span));
    onResult({ code: 0 });
  },
  shutdown: async () => {},
};

function lineOf({ name, duration, status, attributes, events }: ReadableSpan): string {
  const ms = duration[0] * 1000 + Math.round(duration[1] / 1e6);
  const code = ['unset', 'ok', 'error'][status.code];
  const { 'http.request.method': _method, 'http.route': _route, ...facts } = attributes;
  const notes = events.map((event) => `, event ${event.name}`).join('');
  return `${name}, ${ms} ms, status ${code}, ${JSON.stringify(facts)}${notes}`;
}

function say(who: string, what: string): void {
  console.log(`${who.padEnd(24)}${what}`);
}
