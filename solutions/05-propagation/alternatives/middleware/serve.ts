import { context, propagation, SpanKind } from '@opentelemetry/api';
import { headerGetter } from './headers.ts';
import { listen, type Answer, type Service } from './http-server.ts';
import { inSpan } from './in-span.ts';

/** What a service does with the body of a request, by path. */
export type Routes = Readonly<Record<string, (body: unknown) => Promise<unknown>>>;

/** Serves the routes. The work for each request runs in a SERVER span. */
export function serve(routes: Routes): Promise<Service> {
  return listen(inCallersContext(inServerSpan(route(routes))));
}

function inCallersContext(next: Answer): Answer {
  return (request) => {
    const caller = propagation.extract(context.active(), request.headers, headerGetter);
    return context.with(caller, next, undefined, request);
  };
}

function inServerSpan(next: Answer): Answer {
  return (request) => {
    const attributes = { 'http.request.method': 'POST', 'http.route': request.path };
    const options = { kind: SpanKind.SERVER, attributes };
    return inSpan(`POST ${request.path}`, options, context.active(), () => next(request));
  };
}

function route(routes: Routes): Answer {
  return async ({ path, body }) => {
    const work = routes[path];
    if (work === undefined) throw new Error(`nobody serves ${path}`);
    return work(body);
  };
}
