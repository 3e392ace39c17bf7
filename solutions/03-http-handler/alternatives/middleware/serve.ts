import { trace } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, toError } from './errors.ts';
import { send, type Handle } from './http-server.ts';
import { findRoute, type Route } from './routes.ts';
import { traced } from './traced.ts';

/** Serves one request, whose client may be gone before its answer is there. */
export function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  return traced(routes, answerFrom(routes))(request, response);
}

function answerFrom(routes: readonly Route[]): Handle {
  return async (request, response) => {
    try {
      send(response, 200, await findRoute(routes, request).work());
    } catch (thrown) {
      const error = toError(thrown);
      const status = error instanceof Refusal ? error.status : 502;
      if (status >= 500) trace.getActiveSpan()?.setAttribute('error.type', error.name);
      send(response, status, { error: error.message });
    }
  };
}
