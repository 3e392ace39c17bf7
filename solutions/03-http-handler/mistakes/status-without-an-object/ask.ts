import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ServiceError, toError } from './errors.ts';
import { call } from './http-client.ts';

const tracer = trace.getTracer('gateway/ask');

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  return tracer.startActiveSpan(work, { kind: SpanKind.CLIENT }, async (span) => {
    try {
      const answer = await call(url, body);
      if (answer.status >= 400) {
        throw new ServiceError(`${work}: ${answer.status} ${answer.body}`);
      }
      return answer.json();
    } catch (thrown) {
      const error = toError(thrown);
      span.recordException(error);
      // @ts-expect-error -- a code and a message, where one object is expected
      span.setStatus(SpanStatusCode.ERROR, error.message);
      span.setAttribute('error.type', error.name);
      throw error;
    } finally {
      span.end();
    }
  });
}
