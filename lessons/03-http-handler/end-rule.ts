import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { GatewayRun } from './parts.ts';

/** Every span is ended, and no span twice. */
export function requireOneEnd({ evidence }: GatewayRun): void {
  const [open] = evidence.open;
  if (open !== undefined) throw neverEnded(open);
  for (const span of evidence.ended) {
    const calls = evidence.endCalls.filter(({ spanId }) => spanId === span.spanId).length;
    if (calls > 1) throw endedAgain(span, calls);
  }
}

function neverEnded(span: Span): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` ended when its work is over`,
    found: 'it was never ended',
    because:
      'nothing ends a span for you, and startActiveSpan() does not either. Or the line that ends ' +
      'it runs on some ways out only: work can succeed, be refused, or fail',
    next: 'call `span.end()` in one place that every way passes, such as a `finally` around the work',
    spans: [span],
    kind: 'open',
  });
}

function endedAgain(span: Span, calls: number): Explanation {
  return new Explanation({
    sought: `one call of \`end()\` on \`${span.name}\``,
    found: `it was called ${calls} times`,
    because:
      'the end is written in several places that all run. The first call decides, and what is ' +
      'set on the span after it is lost',
    next: 'keep the one that is passed on every way, and remove the others',
    spans: [span],
  });
}
