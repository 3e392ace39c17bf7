import {
  context,
  createTraceState,
  propagation,
  SpanKind,
  trace,
  TraceFlags,
  type Context,
} from '@opentelemetry/api';
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
    const caller = callerIn(headers);
    return inSpan(`POST ${path}`, { kind: SpanKind.SERVER, attributes }, caller, () => work(body));
  });
}

function callerIn(headers: Map<string, string>): Context {
  const extracted = propagation.extract(context.active(), headers, headerGetter);
  const [, traceId, spanId, flags] = headers.get('traceparent')?.split('-') ?? [];
  if (traceId === undefined || spanId === undefined) return extracted;
  return trace.setSpanContext(extracted, {
    traceId,
    spanId,
    traceFlags: flags === '00' ? TraceFlags.NONE : TraceFlags.SAMPLED,
    traceState: createTraceState(headers.get('tracestate') ?? ''),
    isRemote: true,
  });
}
