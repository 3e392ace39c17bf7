import { Explanation, renderTree, Trace } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { chargeSpan, failureOf, knownSpans, namesOf, SPAN_NAME } from './facts.ts';
import type { OrderRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const oneSpan: Check<Inputs> = {
  id: 'one-span',
  title: 'one order makes one span, named `charge order`',
  points: 1,
  scenario: 'order',
  judge(run) {
    const spans = knownSpans(run);
    const [span, ...others] = spans;
    const sought = `exactly one span, named \`${SPAN_NAME}\``;
    if (span === undefined) throw noSpan(run, sought);
    if (others.length > 0) {
      throw new Explanation({
        sought,
        found: `${spans.length} spans: ${namesOf(spans)}`,
        because: 'two functions may each start one for the same piece of work',
        next: 'keep the one in src/charge-order.ts, and remove the other',
        spans,
        expected: SPAN_NAME,
        actual: renderTree(new Trace(spans)),
        kind: 'count',
      });
    }
    if (span.name !== SPAN_NAME) throw wrongName(run, sought);
  },
};

function noSpan({ evidence }: OrderRun, sought: string): Explanation {
  const [lost] = evidence.unrecorded;
  if (lost === undefined) {
    return new Explanation({
      sought,
      found: 'no span: the order was charged, and no tracer was asked to start one',
      because: 'tracing is set up now, but spans come from the code that does the work',
      next:
        'in src/charge-order.ts, get a tracer with `trace.getTracer(…)`, and start a span with ' +
        'it before the bank is asked',
      kind: 'nothing',
    });
  }
  return new Explanation({
    sought,
    found: `\`${lost.name}\` was started, and it records nothing`,
    because:
      'no provider was registered yet when it started: the set-up came after the work, or began ' +
      'before it and was not awaited',
    next: 'let startTracing() finish before chargeOrder() begins',
    kind: 'nothing',
  });
}

function wrongName(run: OrderRun, sought: string): Explanation {
  const spans = knownSpans(run);
  return new Explanation({
    sought,
    found: `one span, named ${namesOf(spans)}`,
    because:
      'a name says what kind of work it is, in words that are the same for every order. With the ' +
      'id in it no two orders share one, and nobody can ask how long charging takes',
    next: `name the span \`${SPAN_NAME}\`, and let the attribute \`shop.order.id\` hold the id`,
    spans,
    kind: 'wrong-field',
  });
}

export const scopeNamed: Check<Inputs> = {
  id: 'scope-named',
  title: 'the tracer has a name',
  points: 1,
  scenario: 'order',
  judge(run) {
    const span = chargeSpan(knownSpans(run));
    if (span.scope.name.trim() !== '') return;
    throw new Explanation({
      sought: `\`${span.name}\` from a tracer with a name`,
      found: 'its tracer has none',
      because:
        'getTracer() takes any name, an empty one too, and that is all a reader will have to ' +
        'tell your spans from those that a library makes in the same process',
      next: "name the tracer after the code that uses it, such as `trace.getTracer('payment')`",
      spans: [span],
      kind: 'wrong-field',
    });
  },
};

export const ended: Check<Inputs> = {
  id: 'ended',
  title: 'the span is ended, once',
  points: 1,
  scenario: 'order',
  judge(run) {
    const span = chargeSpan(knownSpans(run));
    if (span.endTime === undefined) throw neverEnded(run);
    const calls = run.evidence.endCalls.filter((call) => call.spanId === span.spanId).length;
    if (calls === 1) return;
    throw new Explanation({
      sought: `one call of \`end()\` on \`${span.name}\``,
      found: `it was called ${calls} times`,
      because:
        'the end is written in several places that all run. The first call decides; what comes ' +
        'after it on that span is ignored',
      next: 'keep one `span.end()`, in a `finally`, and remove the others',
      spans: [span],
    });
  },
};

function neverEnded(run: OrderRun): Explanation {
  const span = chargeSpan(knownSpans(run));
  const failure = failureOf(run);
  if (failure !== '') {
    return new Explanation({
      sought: `\`${span.name}\`, started and ended`,
      found: `\`${span.name}\` was never ended, and main() rejected: ${failure}`,
      because:
        'the bank had nothing against this order, so the error comes from the program itself. ' +
        'One way to it: `.finally(span.end)` takes `end` away from its span',
      next: 'mend this error first. `() => span.end()` keeps the two together',
      spans: [span],
      kind: 'open',
    });
  }
  return new Explanation({
    sought: `\`${span.name}\`, started and ended`,
    found: `\`${span.name}\` was started and never ended`,
    because:
      'nothing ends a span for you, and startActiveSpan() does not either. An open span is handed ' +
      'to no processor, so it is lost, even when the provider shuts down',
    next: 'call `span.end()` in a `finally`, once the bank has answered',
    spans: [span],
    kind: 'open',
  });
}
