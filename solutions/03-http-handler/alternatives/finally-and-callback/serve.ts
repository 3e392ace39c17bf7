import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, toError } from './errors.ts';
import { send } from './http-server.ts';
import { findRoute, type Route } from './routes.ts';

const tracer = trace.getTracer('gateway');

/** Serves one request, whose client may be gone before its answer is there. */
export function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  const { method, path, route = '', work } = findRoute(routes, request);
  const name = `${method} ${route}`.trim();
  return tracer.startActiveSpan(name, { kind: SpanKind.SERVER }, async (span) => {
    span.setAttributes({ 'http.request.method': method, 'url.path': path, 'url.scheme': 'http' });
    if (route !== '') span.setAttribute('http.route', route);
    try {
      send(response, 200, await work());
    } catch (thrown) {
      const error = toError(thrown);
      const status = error instanceof Refusal ? error.status : 502;
      if (status === 502) {
        span.recordException(error);
        span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
        span.setAttribute('error.type', '502');
      }
      send(response, status, { error: error.message });
    } finally {
      span.setAttribute('http.response.status_code', response.statusCode);
      span.end();
    }
  });
}
