import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { Refusal } from './errors.ts';

/** What is done for one request. `body` is what a client sent: anything at all. */
export type Work = (id: string, body: unknown) => Promise<unknown>;

export interface Route {
  readonly method: 'GET' | 'POST';
  /** `/orders/:id`: the same for all orders. */
  readonly path: string;
  readonly work: Work;
}

/** What was asked for, before anything is done about it. */
export interface Asked {
  /** `POST`. */
  readonly method: string;
  /** The path as it was asked for: `/orders/order-1017`. */
  readonly path: string;
  /** The route's own path, `/orders/:id`; `undefined` where no route fits. */
  readonly route: string | undefined;
  /** Does the work. Rejects with a `Refusal` where the client is to blame. */
  readonly work: () => Promise<unknown>;
}

/** Finds the route that fits a request. */
export function findRoute(routes: readonly Route[], request: IncomingMessage): Asked {
  const { method = '', url = '/' } = request;
  const path = url.split('?', 1)[0] ?? '/';
  for (const route of routes.filter((candidate) => candidate.method === method)) {
    const id = idIn(path, route.path);
    if (id === undefined) continue;
    const work = async (): Promise<unknown> => route.work(id, await bodyOf(request));
    return { method, path, route: route.path, work };
  }
  return { method, path, route: undefined, work: refuse };
}

function idIn(path: string, template: string): string | undefined {
  return new RegExp(`^${template.replace(':id', '([^/]+)')}$`).exec(path)?.[1];
}

async function refuse(): Promise<never> {
  throw new Refusal(404, 'there is nothing here');
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET') return undefined;
  try {
    return await json(request);
  } catch {
    throw new Refusal(400, 'the body must be JSON, and arrive whole');
  }
}
