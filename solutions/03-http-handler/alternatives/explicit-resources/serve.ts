import { context, SpanKind, trace } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { Refusal, toError } from './errors.ts';
import { send } from './http-server.ts';
import { OpenSpan } from './open-span.ts';
import { findRoute, type Route } from './routes.ts';

/** Serves one request, whose client may be gone before its answer is there. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  const { method, path, route, work } = findRoute(routes, request);
  const isOver = finished(response).catch(() => undefined);
  const name = route === undefined ? method : `${method} ${route}`;
  using server = new OpenSpan(name, { kind: SpanKind.SERVER }, context.active());
  server.span.setAttributes({ 'http.request.method': method, 'url.path': path });
  if (route !== undefined) server.span.setAttribute('http.route', route);

  try {
    const within = trace.setSpan(context.active(), server.span);
    send(response, 200, await context.with(within, work));
  } catch (thrown) {
    const error = toError(thrown);
    const status = error instanceof Refusal ? error.status : 502;
    if (status >= 500) server.fail(error);
    send(response, status, { error: error.message });
  }
  server.span.setAttribute('http.response.status_code', response.statusCode);
  await isOver;
}
