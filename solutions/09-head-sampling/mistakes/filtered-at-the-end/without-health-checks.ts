import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';

/** Hands on every span that is not a health check. */
export function withoutHealthChecks(next: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, parent) => next.onStart(span, parent),
    onEnd: (span) => {
      if (!isHealthCheck(span)) next.onEnd(span);
    },
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}

function isHealthCheck(span: ReadableSpan): boolean {
  return span.attributes['http.route'] === '/ready';
}
