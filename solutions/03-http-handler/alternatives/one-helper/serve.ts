import { SpanKind } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, toError } from './errors.ts';
import { send } from './http-server.ts';
import { inSpan } from './in-span.ts';
import { findRoute, type Asked, type Route } from './routes.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Serves one request, whose client may be gone before its answer is there. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  const { status, body } = await answerTo(findRoute(routes, request));
  send(response, status, body);
}

async function answerTo({ method, path, route, work }: Asked): Promise<Answer> {
  const name = route === undefined ? method : `${method} ${route}`;
  const attributes = {
    'http.request.method': method,
    'url.path': path,
    'url.scheme': 'http',
    ...(route === undefined ? {} : { 'http.route': route }),
  };
  let status = 200;
  try {
    const body = await inSpan(name, { kind: SpanKind.SERVER, attributes }, async (span) => {
      try {
        return await work();
      } catch (thrown) {
        status = thrown instanceof Refusal ? thrown.status : 502;
        throw thrown;
      } finally {
        span.setAttribute('http.response.status_code', status);
      }
    });
    return { status, body };
  } catch (thrown) {
    return { status, body: { error: toError(thrown).message } };
  }
}
