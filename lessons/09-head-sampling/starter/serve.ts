import { context, propagation, SpanKind, type Tracer } from '@opentelemetry/api';
import { findRoute, type Route } from './find-route.ts';
import type { Handle } from './http-server.ts';
import { inSpan } from './in-span.ts';

/** Serves the routes of one service. The work for each request runs in a SERVER span. */
export function serve(tracer: Tracer, routes: readonly Route[]): Handle {
  return ({ method, path, headers }) => {
    const caller = propagation.extract(context.active(), headers);
    const { route, work } = findRoute(routes, method, path);

    // TODO 2: A sampler is asked once, when the span starts. Let it see then what we know by then.
    return inSpan(tracer, method, { kind: SpanKind.SERVER }, caller, async (span) => {
      span.setAttribute('http.request.method', method);
      if (route !== undefined) {
        span.updateName(`${method} ${route}`);
        span.setAttribute('http.route', route);
      }
      const answer = await work();
      span.setAttribute('http.response.status_code', answer.status);
      return answer;
    });
  };
}
