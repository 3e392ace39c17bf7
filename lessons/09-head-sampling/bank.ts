import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Json, Stage } from '@tracelings/lesson-kit';

export interface Bank {
  readonly url: string;
  readonly close: () => void;
}

/** A bank outside of the shop, which notes what reaches it. */
export async function openBank(observe: Stage<unknown, unknown>['observe']): Promise<Bank> {
  const charges: Json[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    charges.push({ url, traceparent: headers['traceparent']?.toString() ?? null });
    observe('charges', [...charges]);
    response.end('"paid"');
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
