import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ServiceError, toError } from './errors.ts';

const tracer = trace.getTracer('gateway/ask');

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  return tracer.startActiveSpan(work, { kind: SpanKind.SERVER }, async (span) => {
    try {
      const post = { method: 'POST', body: JSON.stringify(body) };
      const response = await fetch(url, body === undefined ? {} : post);
      if (!response.ok) {
        throw new ServiceError(`${work}: ${response.status} ${await response.text()}`);
      }
      return await response.json();
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
