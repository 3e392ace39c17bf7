import { Explanation, expectShape, shape, span as spanOf, Trace } from '@tracelings/trace-shape';
import type { AttributeMatchers, ExplanationParts, Span } from '@tracelings/trace-shape';
import type { GatewayRun } from './parts.ts';

type Advice = Pick<ExplanationParts, 'because' | 'next'>;

/** Looks at one span alone, so that what is said and drawn is about this one. `advice` goes along. */
export function requireAttributes(
  run: GatewayRun,
  span: Span,
  attributes: AttributeMatchers,
  advice: Advice = {},
): void {
  const { parent, ...alone } = span;
  try {
    expectShape(new Trace([alone]), shape([spanOf(span.name, { attributes })]));
  } catch (thrown) {
    if (!(thrown instanceof Explanation)) throw thrown;
    if (cameTooLate(run, span)) throw thrown.with(TOO_LATE);
    // What knows its own reason, such as a slip of the keyboard, knows better.
    throw thrown.because === undefined ? thrown.with(advice) : thrown;
  }
}

const TOO_LATE: Advice = {
  because: 'something was set on a span that had already ended, and it takes nothing any more',
  next: 'set all attributes before `span.end()`, and end the span when the answer is sent',
};

/** The SDK complains with the ids of the span. */
function cameTooLate({ evidence }: GatewayRun, { spanId }: Span): boolean {
  return evidence.diagnostics.some(
    ({ message }) => /ended span/i.test(message) && message.includes(spanId),
  );
}
