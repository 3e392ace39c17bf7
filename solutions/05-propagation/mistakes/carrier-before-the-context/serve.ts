import { context, propagation, SpanKind } from '@opentelemetry/api';
import { headerGetter } from './headers.ts';
import { listen, type Service } from './http-server.ts';
import { inSpan } from './in-span.ts';

/** What a service does with the body of a request, by path. */
export type Routes = Readonly<Record<string, (body: unknown) => Promise<unknown>>>;

/** Serves the routes. The work for each request runs in a SERVER span. */
export function serve(routes: Routes): Promise<Service> {
  return listen(async ({ path, headers, body }) => {
    const work = routes[path];
    if (work === undefined) throw new Error(`nobody serves ${path}`);
    const attributes = { 'http.request.method': 'POST', 'http.route': path };
    // @ts-expect-error -- the context and the headers have changed places
    const caller = propagation.extract(headers, context.active(), headerGetter);
    return inSpan(`POST ${path}`, { kind: SpanKind.SERVER, attributes }, caller, () => work(body));
  });
}
