import { context, propagation, SpanKind } from '@opentelemetry/api';
import { headerSetter } from './headers.ts';
import { post } from './http-client.ts';
import { inSpan } from './in-span.ts';

const headers = new Map([['content-type', 'application/json']]);
propagation.inject(context.active(), headers, headerSetter);

/** Calls another service of the shop, in a CLIENT span. Rejects unless it answers with 200. */
export function call(url: string, body: unknown): Promise<unknown> {
  const name = `POST ${new URL(url).pathname}`;
  const attributes = { 'http.request.method': 'POST', 'url.full': url };
  return inSpan(name, { kind: SpanKind.CLIENT, attributes }, context.active(), async () => {
    return post(url, headers, body);
  });
}

/** Calls somebody who does not belong to the shop. */
export function callOutside(url: string, body: unknown): Promise<unknown> {
  return context.with(propagation.deleteBaggage(context.active()), () => call(url, body));
}
