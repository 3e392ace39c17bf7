import { context, SpanKind } from '@opentelemetry/api';
import { ServiceError, toError } from './errors.ts';
import { call } from './http-client.ts';
import { OpenSpan } from './open-span.ts';

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export async function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  using open = new OpenSpan(work, { kind: SpanKind.CLIENT }, context.active());
  try {
    const answer = await call(url, body);
    if (answer.status >= 400) {
      throw new ServiceError(`${work}: ${answer.status} ${answer.body}`);
    }
    return answer.json();
  } catch (thrown) {
    open.fail(toError(thrown));
    throw thrown;
  }
}
