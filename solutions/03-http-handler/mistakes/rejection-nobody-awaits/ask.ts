import { SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { ServiceError, toError } from './errors.ts';
import { call } from './http-client.ts';

const tracer = trace.getTracer('gateway/ask');

/** Asks another service of the shop, and rejects when it does not answer or cannot help. */
export function ask(work: string, url: string, body?: unknown): Promise<unknown> {
  return tracer.startActiveSpan(work, { kind: SpanKind.CLIENT }, (span) => {
    const answer = answerOf(work, url, body).catch((thrown: unknown) => fail(span, thrown));
    void answer.finally(() => span.end());
    return answer;
  });
}

async function answerOf(work: string, url: string, body?: unknown): Promise<unknown> {
  const answer = await call(url, body);
  if (answer.status >= 400) {
    throw new ServiceError(`${work}: ${answer.status} ${answer.body}`);
  }
  return answer.json();
}

function fail(span: Span, thrown: unknown): never {
  const error = toError(thrown);
  span.recordException(error);
  span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  span.setAttribute('error.type', error.name);
  throw error;
}
