import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, toError } from './errors.ts';
import { send } from './http-server.ts';
import { findRoute, type Route } from './routes.ts';

/** Serves one request, whose client may be gone before its answer is there. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  const { method, path, route, work } = findRoute(routes, request);

  // TODO 1: Put all that follows inside one SERVER span, named by method and route. Give it the
  // attributes that the README lists, and end it once, even if the client goes away.
  try {
    send(response, 200, await work());
  } catch (thrown) {
    const error = toError(thrown);
    const status = error instanceof Refusal ? error.status : 502;
    // TODO 3: From 500 on the request has failed: give its span the status ERROR and `error.type`.
    send(response, status, { error: error.message });
  }
}
