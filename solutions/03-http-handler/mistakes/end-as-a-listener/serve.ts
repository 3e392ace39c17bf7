import { context, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, toError } from './errors.ts';
import { send } from './http-server.ts';
import { findRoute, type Asked, type Route } from './routes.ts';

const tracer = trace.getTracer('gateway/serve');

/** Serves one request, whose client may be gone before its answer is there. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  const asked = findRoute(routes, request);
  const span = startSpan(asked);
  response.once('close', span.end);

  await context.with(trace.setSpan(context.active(), span), async () => {
    try {
      send(response, 200, await asked.work());
    } catch (thrown) {
      const error = toError(thrown);
      const status = error instanceof Refusal ? error.status : 502;
      if (status >= 500) {
        span
          .setAttribute('http.response.status_code', status)
          .setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('error.type', error.name);
      }
      send(response, status, { error: error.message });
    }
  });
}

function startSpan({ method, path, route }: Asked): Span {
  return tracer.startSpan(route === undefined ? method : `${method} ${route}`, {
    kind: SpanKind.SERVER,
    attributes: {
      'http.request.method': method,
      'url.scheme': 'http',
      'url.path': path,
      ...(route !== undefined && { 'http.route': route }),
    },
  });
}
