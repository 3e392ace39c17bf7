import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { sendOrders } from './kept-connection.ts';

/** With as many, V8 has compiled what the thousand orders of a long day run through. */
const ORDERS = 2000;
/** An address that `fetch` cannot read. */
const ASTRAY = 'http://payment:moved';

/** Loads `fetch`, which takes longer than most of what a gateway does with it. */
export async function rehearseFetch(): Promise<void> {
  await fetch(ASTRAY).catch(() => {});
}

/** Has orders refused by a gateway that is nobody's. */
export async function rehearseOrders(): Promise<void> {
  const closing = new AbortController();
  const server = createServer((_request, response) => void refuse(response, closing.signal));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  await sendOrders(`http://127.0.0.1:${port}`, 'order', ORDERS);
  Error.stackTraceLimit = stackTraceLimit;
  server.close();
}

const context = new AsyncLocalStorage();

/** With what a gateway does to an order: what was compiled for other kinds of signals is of no use. */
async function refuse(response: ServerResponse, closing: AbortSignal): Promise<void> {
  const over = once(response, 'close');
  const left = new AbortController();
  void over.then(() => left.abort());
  const signal = AbortSignal.any([left.signal, AbortSignal.timeout(20_000), closing]);
  await context.run(new Map(), async () => {
    await fetch(ASTRAY, { method: 'PUT', signal }).catch(() => {});
    response.writeHead(502).end();
    await over;
  });
}
