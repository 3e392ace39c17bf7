import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IsAwaited } from '../lesson/scenario.ts';
import { hasLoadedFetch } from './loaded-builtins.ts';

/** More than a closed connection takes to be gone. */
const MOST_TURNS = 1000;

type Call = (url: string, body?: string) => Promise<unknown>;

/**
 * Makes calls within this process, to an end that is well, to one that is not, and to none: the first
 * of a process take longer than most whole runs. They are made with `fetch`, too, where that is loaded.
 * Nothing is open any more when it is done.
 */
export async function rehearseCalls(rounds: number, isAwaited: IsAwaited): Promise<void> {
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = urlOf(server);
  const ways: Call[] = hasLoadedFetch() ? [callByRequest, callByFetch] : [callByRequest];
  for (let round = 0; round < rounds; round += 1) {
    for (const call of ways) {
      if (isAwaited()) break;
      await call(`${url}/well`, '{}');
      await call(`${url}/ill`);
      await call(`${url}/gone`).catch(() => {});
    }
  }
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  for (let turn = 0; turn < MOST_TURNS && hasConnections(); turn += 1) await nextTurn();
}

async function callByFetch(url: string, body?: string): Promise<unknown> {
  const { signal } = new AbortController();
  const posted = body === undefined ? {} : { method: 'POST', body };
  const response = await fetch(url, { signal, ...posted });
  return response.text();
}

async function callByRequest(url: string, body?: string): Promise<unknown> {
  const { request } = process.getBuiltinModule('node:http');
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const method = body === undefined ? 'GET' : 'POST';
  request(url, { method }, resolve).on('error', reject).end(body);
  return (await promise).toArray();
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
