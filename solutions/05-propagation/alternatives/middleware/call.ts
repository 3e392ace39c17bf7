import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { headerSetter } from './headers.ts';
import { inSpan } from './in-span.ts';

/** Calls another service of the shop, in a CLIENT span. Rejects unless it answers with 200. */
export function call(url: string, body: unknown): Promise<unknown> {
  const name = `POST ${new URL(url).pathname}`;
  const attributes = { 'http.request.method': 'POST', 'url.full': url };
  return inSpan(name, { kind: SpanKind.CLIENT, attributes }, context.active(), async (span) => {
    const headers = new Headers({ 'content-type': 'application/json' });
    propagation.inject(trace.setSpan(context.active(), span), headers, headerSetter);
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${name} was answered with ${response.status}`);
    return response.json();
  });
}

/** Calls somebody who does not belong to the shop. */
export function callOutside(url: string, body: unknown): Promise<unknown> {
  return context.with(propagation.deleteBaggage(context.active()), () => call(url, body));
}
