import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Server {
  /** `http://127.0.0.1:49152`, with the port that the system gave. */
  readonly url: string;
  /** Waits for the requests that are under way. */
  stop(): Promise<void>;
}

/** An HTTP server on a free port. */
export async function listen(handle: Handle): Promise<Server> {
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = settle(handle, request, response).finally(() => underWay.delete(work));
    underWay.add(work);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      await Promise.all(underWay);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A handler that throws costs its own request, and not the whole server. */
async function settle(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await handle(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
