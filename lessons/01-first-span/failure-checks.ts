import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { chargeSpan, countOf, failureOf, isDelivered, knownSpans } from './facts.ts';
import type { OrderRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const declinedOrder: Check<Inputs> = {
  id: 'declined-order',
  title: 'an order that the bank declines leaves its span too',
  points: 1,
  scenario: 'declined',
  judge(run) {
    const span = chargeSpan(knownSpans(run));
    if (span.endTime === undefined) {
      throw new Explanation({
        sought: `\`${span.name}\` ended when the bank declines, as when it pays`,
        found: 'the bank declined, and the span was never ended',
        because: 'an error leaves a function at once, and skips the lines that come after it',
        next: 'move `span.end()` into a `finally`: it runs on every way out',
        spans: [span],
        kind: 'open',
      });
    }
    if (!isDelivered(run)) {
      throw new Explanation({
        sought: `\`${span.name}\` delivered when the bank declines, as when it pays`,
        found: 'the bank declined, and main() was done before the span was delivered',
        because: 'the error skipped the line that waits for the delivery',
        next: 'put `await provider.shutdown()` into a `finally` around chargeOrder()',
        spans: [span],
      });
    }
    if (!isHeard(run)) throw unheard(run);
  },
};

function unheard(run: OrderRun): Explanation {
  return new Explanation({
    sought: "main() rejects with the bank's reason",
    found: 'the bank declined, and main() says nothing of it',
    because: 'the error was caught for the sake of the span and went no further',
    next: 'throw it again once the span has it, or catch nothing and use `finally`',
    spans: run.trace.spans,
  });
}

/** A caller hears of it by the rejection, or by the process's exit code. */
function isHeard(run: OrderRun): boolean {
  const { ending } = run.evidence;
  const isFailedExit = ending.kind === 'exited' && ending.code !== 0;
  return isFailedExit || failureOf(run).includes(run.inputs.refusal);
}

export const loudSetUp: Check<Inputs> = {
  id: 'loud-set-up',
  title: 'an exporter that cannot start stops the program, with the reason',
  points: 1,
  scenario: 'brokenExporter',
  judge(run) {
    const times = countOf(run, 'timesAsked');
    if (times === 0 && failureOf(run).includes(run.inputs.setUpFailure)) return;
    throw new Explanation({
      sought: 'main() rejects with the reason, before any order is charged',
      found: `the exporter could not be made, and main() does not say so. Orders charged: ${times}`,
      because:
        'a catch around the set-up keeps the program going. It then runs unwatched until ' +
        'somebody needs a trace and finds none',
      next: 'let the error of `createExporter` out of startTracing() and out of main()',
    });
  },
};
