import { context, SpanKind } from '@opentelemetry/api';
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

    // TODO 2: `headers` may say which span called. Extract the caller's context from them, with the
    // getter in headers.ts, and let the span start within it.
    const caller = context.active();

    return inSpan(`POST ${path}`, { kind: SpanKind.SERVER, attributes }, caller, () => work(body));
  });
}
