import { expectShape, Explanation, shape, span as spanOf } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import {
  chargeSpan,
  countOf,
  failureOf,
  isDelivered,
  knownSpans,
  leftByExit,
  refuseUnasked,
  SPAN_NAME,
} from './facts.ts';
import type { OrderRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const flushed: Check<Inputs> = {
  id: 'flushed',
  title: 'the span is delivered before main() is done',
  points: 1,
  scenario: 'order',
  judge(run) {
    const span = chargeSpan(knownSpans(run));
    if (isDelivered(run)) return;
    throw new Explanation({
      sought: `\`${span.name}\` delivered by the time main() is done`,
      ...lossOf(run),
      spans: [span],
    });
  },
};

/** How a span that ended got lost on its way out. */
function lossOf(run: OrderRun): { found: string; because: string; next: string } {
  if (leftByExit(run)) {
    return {
      found: 'the program left by process.exit() while the span was still on its way',
      because: 'process.exit() waits for no promise, and what the exporter has under way is gone',
      next: 'let `await provider.shutdown()` be the last thing main() does, and leave the exit out',
    };
  }
  if (run.evidence.exported.length > 0) {
    return {
      found: 'main() was done while the span was still on its way',
      because:
        'an exporter that talks to a network needs a moment, and nothing waited for it. A ' +
        'scheduler that ends the process now loses the span',
      next: 'let `await provider.shutdown()` be the last thing main() does; unawaited it comes too late',
    };
  }
  return {
    found: 'the span ended, and the exporter never got it',
    because:
      'a BatchSpanProcessor gathers spans for some seconds and does not keep the program alive ' +
      'meanwhile; it was not told that the end had come. Or the processor that holds the exporter ' +
      'is not one of the registered provider',
    next:
      'let `await provider.shutdown()` be the last thing main() does: it hands over what is waiting. ' +
      'Where it is there, look at the list in src/tracing.ts: it is named `spanProcessors`, and ' +
      'there is one provider',
  };
}

export const orderId: Check<Inputs> = {
  id: 'order-id',
  title: 'the span says which order it was',
  points: 1,
  scenario: 'order',
  judge(run) {
    const { trace, inputs, evidence } = run;
    const span = chargeSpan(trace.spans);
    const isLate = evidence.diagnostics.some(({ message }) => /ended span/i.test(message));
    if (isLate && span.attributes['shop.order.id'] === undefined) {
      throw new Explanation({
        sought: `\`${span.name}\` with the attribute \`shop.order.id\``,
        found: 'it is not there, and something was changed on the span after its end',
        because: 'an ended span is closed for good: attributes set later are ignored',
        next: 'set `shop.order.id` when the span starts, or at least before `span.end()`',
        spans: [span],
        kind: 'wrong-field',
      });
    }
    const failure = failureOf(run);
    if (failure !== '' && span.attributes['shop.order.id'] === undefined) {
      throw new Explanation({
        sought: `\`${span.name}\` with the attribute \`shop.order.id\``,
        found: `it is not there, and main() rejected: ${failure}`,
        because:
          'the bank had nothing against this order, so the error comes from the program itself',
        next: 'mend this error first; the attribute may have been next',
        spans: [span],
        kind: 'wrong-field',
      });
    }
    expectShape(
      trace,
      shape([spanOf(SPAN_NAME, { attributes: { 'shop.order.id': inputs.orderId } })]),
    );
  },
};

export const workUnchanged: Check<Inputs> = {
  id: 'work-unchanged',
  title: 'the order is charged as it was before, once',
  points: 1,
  scenario: 'order',
  judge(run) {
    chargeSpan(knownSpans(run));
    const sought = 'the bank asked once, and its receipt handed back by main()';
    refuseUnasked(run, sought);
    const times = countOf(run, 'timesAsked');
    if (times !== 1) {
      throw new Explanation({
        sought,
        found: `the bank was asked ${times} times`,
        because: 'the call may have been copied into the span, and not moved',
        next: 'keep one call of `bank(order)`, inside the span',
      });
    }
    const { reference, failure } = run.evidence.observed;
    if (reference === run.inputs.reference) return;
    throw new Explanation({
      sought,
      found: `main() gave this back: ${JSON.stringify(reference ?? failure ?? null)}`,
      because: 'a function that wraps the work has to pass on what the work gives back',
      next: 'return what `bank(order)` resolves to, through every function on the way',
    });
  },
};
