import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream';
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
  const { method, path, route, work } = findRoute(routes, request);
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER });
  span.setAttributes({ 'http.request.method': method, 'url.path': path, 'url.scheme': 'http' });
  if (route !== undefined) span.updateName(`${method} ${route}`).setAttribute('http.route', route);

  finished(response, (lost) => {
    if (lost) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', 'client_disconnected');
    } else {
      span.setAttribute('http.response.status_code', response.statusCode);
    }
    span.end();
  });

  const fail = (thrown: unknown): void => {
    const error = toError(thrown);
    const status = error instanceof Refusal ? error.status : 502;
    if (status >= 500) {
      span.recordException(error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error.name);
    }
    tracer.startActiveSpan('send refusal', (sending) => {
      send(response, status, { error: error.message });
      sending.end();
    });
  };
  const within = trace.setSpan(context.active(), span);
  return context.with(within, () => work().then((body) => send(response, 200, body), fail));
}
