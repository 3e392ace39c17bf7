import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** A request, as the rest of the shop sees it. */
export interface Visit {
  readonly method: string;
  /** As it was asked for, with its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Handle = (visit: Visit) => Promise<Answer>;

export interface Server {
  readonly url: string;
  readonly close: () => void;
}

/** An HTTP server on a free port. What is thrown becomes a 500. */
export async function listen(handle: Handle): Promise<Server> {
  const server = createServer((request, response) => void respond(request, response, handle));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(
  { method = '', url = '/', headers }: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
): Promise<void> {
  response.setHeader('content-type', 'application/json');
  try {
    const { status, body } = await handle({ method, path: url, headers });
    response.writeHead(status).end(JSON.stringify(body));
  } catch (error) {
    response.writeHead(500).end(JSON.stringify(String(error)));
  }
}
