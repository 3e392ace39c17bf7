import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { expectedShape, isOf, labelOf, onlyOrder, workFor } from './facts.ts';
import type { HallRun, Work } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { outcomeOf } from './outcomes.ts';

export const everySpan: Check<Inputs> = {
  id: 'every-span',
  title: 'each piece of work has its span, and each span has ended',
  points: 1,
  scenario: 'order',
  judge(run) {
    for (const work of workFor(onlyOrder(run))) {
      const spans = run.trace.spans.filter((span) => isOf(work, span));
      const [span, ...others] = spans;
      if (span === undefined) throw missing(run, work);
      if (span.endTime === undefined) throw neverEnded(run, work, span);
      if (others.length > 0) throw tooMany(work, spans);
    }
  },
};

function missing(run: HallRun, work: Work): Explanation {
  const order = onlyOrder(run);
  const { failure } = outcomeOf(run, order.orderId);
  if (failure !== undefined) return brokenBefore(work, failure);
  return new Explanation({
    sought: `a span ${labelOf(work)}`,
    found: 'no such span came to the exporter',
    because:
      'the checks know a span by its name, and by `shop.item` or `shop.order.id` on it. It has ' +
      'to end before main() shuts the provider down',
    next: `let inSpan() start \`${work.name}\` with the name and the attributes it had at first, and await its work`,
    shape: expectedShape(order),
    kind: 'missing',
  });
}

function brokenBefore(work: Work, failure: string): Explanation {
  return new Explanation({
    sought: `a span ${labelOf(work)}`,
    found: `none: the order was given up before that, and main() says of it: ${failure}`,
    because:
      'all that this order asks for is in stock, so the error comes from the program itself. A ' +
      'function of OpenTelemetry may have been given its arguments in another order than it takes ' +
      'them: `context.with(context, function)`, `context.bind(context, function)`, ' +
      '`trace.setSpan(context, span)`',
    next: 'mend this error first; the checks go on from there',
    kind: 'missing',
  });
}

function neverEnded(run: HallRun, work: Work, span: Span): Explanation {
  return new Explanation({
    sought: `${labelOf(work)}, started and ended`,
    ...(hasRunDry(run) ? STILL_WAITING : NO_END),
    spans: [span],
    kind: 'open',
  });
}

/** Whether the process came to its end while main() was waiting for something. */
function hasRunDry({ evidence: { ending } }: HallRun): boolean {
  return ending.kind === 'exited' && ending.early;
}

type Account = Pick<ExplanationParts, 'because' | 'next'> & { readonly found: string };

const STILL_WAITING: Account = {
  found: 'the program came to its end, and it was still waiting',
  because:
    'it waits for a promise that nobody settles any more: that of a job, or that of a label. ' +
    'With nothing left to run, a process ends',
  next:
    'see that a job which is done settles its `packed`, and that the listener still hears of its ' +
    'label and settles its promise',
};

const NO_END: Account = {
  found: 'it was started and never ended',
  because:
    'nothing ends a span for you: startActiveSpan() makes it active while its function runs, ' +
    'and leaves the end to that function',
  next: 'in src/in-span.ts, call `span.end()` in a `finally` around the work',
};

function tooMany(work: Work, spans: readonly Span[]): Explanation {
  return new Explanation({
    sought: `one span ${labelOf(work)}`,
    found: `${spans.length} of them`,
    because: 'the same work may be wrapped twice, or done twice',
    next: `keep one inSpan() for \`${work.name}\``,
    spans,
    kind: 'count',
  });
}
