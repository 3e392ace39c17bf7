import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { IncomingMessage } from 'node:http';
import type { Handle } from './http-server.ts';
import { findRoute, type Route } from './routes.ts';

const tracer = trace.getTracer('gateway/traced', '1.0.0');

/** A handler whose every request is a SERVER span. */
export function traced(routes: readonly Route[], handle: Handle): Handle {
  return async (request, response) => {
    const span = tracer.startSpan(nameOf(routes, request), { kind: SpanKind.SERVER });
    const { method, path, route } = findRoute(routes, request);
    span.setAttributes({ 'http.request.method': method, 'url.scheme': 'http', 'url.path': path });
    if (route !== undefined) span.setAttribute('http.route', route);
    response.on('close', () => {
      if (response.writableFinished) {
        span.setAttribute('http.response.status_code', response.statusCode);
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    });
    await context.with(trace.setSpan(context.active(), span), handle, undefined, request, response);
  };
}

/** Routes as OpenAPI writes them: `/orders/{id}`. */
function nameOf(routes: readonly Route[], request: IncomingMessage): string {
  const { method, route } = findRoute(routes, request);
  return route === undefined ? method : `${method} ${route.replaceAll(/:(\w+)/g, '{$1}')}`;
}
