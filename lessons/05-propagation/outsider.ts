import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Json, Stage } from '@tracelings/lesson-kit';

export interface OutsiderPlan {
  /** The name of the fact that holds all requests so far. */
  readonly fact: string;
  /** How many requests it wants to see before it answers the first. */
  readonly together: number;
}

/** Once nobody else comes, whoever waits is answered. */
const PATIENCE_MS = 1000;

/**
 * A server that is not the subject's, and notes what reaches it. It can hold its answers back, so
 * that orders really are under way at the same time.
 */
export async function openOutsider(
  { observe }: Pick<Stage<unknown, unknown>, 'observe'>,
  { fact, together }: OutsiderPlan,
) {
  const requests: { readonly orderId: string; readonly headers: Json }[] = [];
  const everybodyIsHere = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    void json(request).then(async (body) => {
      requests.push({ orderId: orderIdIn(body), headers: plain(request.headersDistinct) });
      observe(fact, [...requests]);
      setTimeout(everybodyIsHere.resolve, PATIENCE_MS).unref();
      if (requests.length >= together) everybodyIsHere.resolve();
      await everybodyIsHere.promise;
      return response.setHeader('content-type', 'application/json').end('{"approved":true}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function plain(headers: NodeJS.Dict<string[]>): Json {
  return Object.fromEntries(Object.entries(headers).map(([name, values = []]) => [name, values]));
}

function orderIdIn(body: unknown): string {
  const isOrder = typeof body === 'object' && body !== null && 'orderId' in body;
  return isOrder && typeof body.orderId === 'string' ? body.orderId : '';
}
