import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** More than a closed connection takes to be gone. */
const MOST_TURNS = 1000;

/**
 * Makes calls within this process, to an end that is well, to one that is not, and to none: the first
 * `fetch` of a process takes longer than most whole runs. Nothing is open any more when it is done.
 */
export async function rehearseCalls(rounds: number): Promise<void> {
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = urlOf(server);
  for (let round = 0; round < rounds; round += 1) {
    const { signal } = new AbortController();
    await (await fetch(`${url}/well`, { method: 'POST', body: '{}', signal })).json();
    await (await fetch(`${url}/ill`)).text();
    await fetch(`${url}/gone`).catch(() => {});
  }
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  for (let turn = 0; turn < MOST_TURNS && hasConnections(); turn += 1) await nextTurn();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') JSON.parse(Buffer.concat(await request.toArray()).toString());
  if (request.url === '/gone') {
    request.destroy();
    return;
  }
  response.writeHead(request.url === '/well' ? 200 : 503, { 'content-type': 'application/json' });
  response.end('{}');
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function hasConnections(): boolean {
  return process.getActiveResourcesInfo().some((kind) => kind.startsWith('TCP'));
}
