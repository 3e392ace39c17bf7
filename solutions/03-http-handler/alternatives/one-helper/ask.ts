import { SpanKind } from '@opentelemetry/api';
import { ServiceError } from './errors.ts';
import { inSpan } from './in-span.ts';

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  return inSpan(work, { kind: SpanKind.CLIENT }, async () => {
    const post = { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(url, body === undefined ? {} : post);
    if (!response.ok) {
      throw new ServiceError(`${work}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  });
}
