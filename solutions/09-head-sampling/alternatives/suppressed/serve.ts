import { context, propagation, SpanKind, type Tracer } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { findRoute, type Route } from './find-route.ts';
import type { Handle } from './http-server.ts';
import { inSpan } from './in-span.ts';

/** Serves the routes of one service. The work for each request runs in a SERVER span. */
export function serve(tracer: Tracer, routes: readonly Route[]): Handle {
  return async ({ method, path, headers }) => {
    const { route, work } = findRoute(routes, method, path);
    if (route === '/ready') return context.with(suppressTracing(context.active()), work);

    const caller = propagation.extract(context.active(), headers);
    const name = route === undefined ? method : `${method} ${route}`;
    return inSpan(tracer, name, { kind: SpanKind.SERVER }, caller, async (span) => {
      if (route !== undefined) span.setAttribute('http.route', route);
      const answer = await work();
      span.setAttribute('http.response.status_code', answer.status);
      return answer;
    });
  };
}
