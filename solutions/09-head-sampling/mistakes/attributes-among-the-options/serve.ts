import { context, propagation, SpanKind, type Tracer } from '@opentelemetry/api';
import { findRoute, type Route } from './find-route.ts';
import type { Handle } from './http-server.ts';
import { inSpan } from './in-span.ts';

/** Serves the routes of one service. The work for each request runs in a SERVER span. */
export function serve(tracer: Tracer, routes: readonly Route[]): Handle {
  return ({ method, path, headers }) => {
    const caller = propagation.extract(context.active(), headers);
    const { route, work } = findRoute(routes, method, path);
    const name = route === undefined ? method : `${method} ${route}`;
    const attributes = {
      'http.request.method': method,
      ...(route === undefined ? {} : { 'http.route': route }),
    };
    return inSpan(tracer, name, { kind: SpanKind.SERVER, ...attributes }, caller, async (span) => {
      const answer = await work();
      span.setAttribute('http.response.status_code', answer.status);
      return answer;
    });
  };
}
