import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ServiceError, toError } from './errors.ts';
import { call } from './http-client.ts';

const tracer = trace.getTracer('gateway/ask');

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  // @ts-expect-error -- the kind alone, where an object of options is expected
  return tracer.startActiveSpan(work, SpanKind.CLIENT, async (span) => {
    try {
      const answer = await call(url, body);
      if (answer.status >= 400) {
        throw new ServiceError(`${work}: ${answer.status} ${answer.body}`);
      }
      return answer.json();
    } catch (thrown) {
      const error = toError(thrown);
      span.recordException(error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
      span.setAttribute('error.type', error.name);
      throw error;
    } finally {
      span.end();
    }
  });
}
