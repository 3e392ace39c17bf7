import { context, propagation, SpanKind } from '@opentelemetry/api';
import { randomBytes } from 'node:crypto';
import { headerSetter } from './headers.ts';
import { post } from './http-client.ts';
import { inSpan } from './in-span.ts';

/** Calls another service of the shop, in a CLIENT span. Rejects unless it answers with 200. */
export function call(url: string, body: unknown): Promise<unknown> {
  const name = `POST ${new URL(url).pathname}`;
  const attributes = { 'http.request.method': 'POST', 'url.full': url };
  return inSpan(name, { kind: SpanKind.CLIENT, attributes }, context.active(), async (span) => {
    const headers = new Map([['content-type', 'application/json']]);
    propagation.inject(context.active(), headers, headerSetter);
    const { traceId } = span.spanContext();
    headers.set('traceparent', `00-${traceId}-${randomBytes(8).toString('hex')}-01`);
    return post(url, headers, body);
  });
}

/** Calls somebody who does not belong to the shop. */
export function callOutside(url: string, body: unknown): Promise<unknown> {
  return context.with(propagation.deleteBaggage(context.active()), () => call(url, body));
}
