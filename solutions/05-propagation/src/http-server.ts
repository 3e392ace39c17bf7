import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

/** A request as the rest of the shop sees it. Names are in lower case. */
export interface Incoming {
  readonly path: string;
  readonly headers: Map<string, string>;
  readonly body: unknown;
}

export type Answer = (request: Incoming) => Promise<unknown>;

export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

/** An HTTP server on a free port. Requests and answers are JSON; what is thrown becomes a 500. */
export async function listen(answer: Answer): Promise<Service> {
  const server = createServer((request, response) => void respond(request, response, answer));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  response.setHeader('content-type', 'application/json');
  try {
    const body = (await answer(await read(request))) ?? null;
    response.end(JSON.stringify(body));
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ error: String(error) }));
  }
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const headers = new Map<string, string>();
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    headers.set(name, values.join(', '));
  }
  return { path: request.url ?? '/', headers, body: await json(request) };
}
