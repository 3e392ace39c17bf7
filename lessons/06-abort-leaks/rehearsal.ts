import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Rehearsal } from '@tracelings/lesson-kit';
import { sendOrders } from './kept-connection.ts';

/** With as many, V8 has compiled what the thousand orders of a long day run through. */
const ORDERS = 600;
/** An address that `fetch` cannot read. */
const ASTRAY = 'http://payment:moved';

/** Has orders refused by a gateway that is nobody's. */
export const rehearse: Rehearsal = async () => {
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
};

async function refuse(response: ServerResponse, closing: AbortSignal): Promise<void> {
  const over = once(response, 'close');
  const left = new AbortController();
  void over.then(() => left.abort());
  const signal = AbortSignal.any([left.signal, closing]);
  await fetch(ASTRAY, { method: 'PUT', signal }).catch(() => {});
  response.writeHead(502).end();
}
