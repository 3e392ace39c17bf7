import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

/** A request as the rest of the shop sees it. `Headers` is the class that `fetch` knows. */
export interface Incoming {
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export type Answer = (request: Incoming) => Promise<unknown>;

export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

/** An HTTP server on a free port. Requests and answers are JSON; what is thrown becomes a 500. */
export async function listen(answer: Answer): Promise<Service> {
  const server = createServer((request, response) => {
    void answerTo(request, answer).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
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

async function answerTo(request: IncomingMessage, answer: Answer) {
  try {
    return { status: 200, body: (await answer(await read(request))) ?? null };
  } catch (error) {
    return { status: 500, body: { error: String(error) } };
  }
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return { path: request.url ?? '/', headers, body: await json(request) };
}
