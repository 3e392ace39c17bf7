import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ServiceError } from './errors.ts';

const tracer = trace.getTracer('gateway');

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export async function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  return tracer.startActiveSpan(work, { kind: SpanKind.CLIENT }, async (span) => {
    let failed = true;
    try {
      const post = { method: 'POST', body: JSON.stringify(body) };
      const response = await fetch(url, body === undefined ? {} : post);
      span.setAttribute('http.response.status_code', response.status);
      if (!response.ok) {
        throw new ServiceError(`${work}: ${response.status} ${await response.text()}`);
      }
      const answer: unknown = await response.json();
      failed = false;
      return answer;
    } finally {
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
}
