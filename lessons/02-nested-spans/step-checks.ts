import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import {
  drawActual,
  drawExpected,
  expectedShape,
  isInside,
  knownAbove,
  onlyOrder,
  spanOf,
} from './facts.ts';
import type { HallRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

const STEPS = ['check stock', 'pack order'] as const;

type Advice = Pick<ExplanationParts, 'because' | 'next'>;

export const stepsInside: Check<Inputs> = {
  id: 'steps-inside',
  title: 'both steps are part of the reservation',
  points: 2,
  scenario: 'order',
  judge(run) {
    const order = onlyOrder(run);
    const reservation = spanOf(run, { name: 'reserve order', of: order.orderId });
    for (const name of STEPS) {
      const step = spanOf(run, { name });
      if (isInside(run, step, reservation)) continue;
      throw new Explanation({
        sought: `\`${name}\` inside \`reserve order\``,
        found: `\`${name}\` is outside of it`,
        ...(hasContextManager(run) ? NOT_ACTIVE : NO_MANAGER),
        spans: [step, reservation],
        expected: drawExpected(order),
        actual: drawActual(run, step),
        shape: expectedShape(order),
        kind: 'wrong-parent',
      });
    }
  },
};

function hasContextManager({ evidence }: HallRun): boolean {
  return evidence.observed['hasContextManager'] === true;
}

const NO_MANAGER: Advice = {
  because:
    'no context manager is registered. Without one no span is ever active: `context.with()` runs ' +
    'its function, and `context.active()` is empty in there too',
  next:
    'in src/tracing.ts, call `context.setGlobalContextManager(new ' +
    'AsyncLocalStorageContextManager())`, beside the provider',
};

const NOT_ACTIVE: Advice = {
  because:
    'to start a span does not make it active. `startSpan` looks for a parent in the active ' +
    'context, and that knows nothing of `reserve order`',
  next:
    'in src/in-span.ts, run the work in a context that holds the span: ' +
    '`context.with(trace.setSpan(context.active(), span), work)`',
};

export const siblings: Check<Inputs> = {
  id: 'siblings',
  title: 'the two steps stand side by side',
  points: 2,
  scenario: 'order',
  judge(run) {
    const order = onlyOrder(run);
    for (const name of STEPS) {
      const step = spanOf(run, { name });
      const { name: above } = knownAbove(run, step) ?? step;
      if (above === 'reserve order') continue;
      throw new Explanation({
        sought: `\`${name}\` as a child of \`reserve order\``,
        found: `\`${name}\` is inside \`${above}\``,
        ...(hasEndedBeforePacking(run) ? KEPT : NESTED),
        spans: [step],
        expected: drawExpected(order),
        actual: drawActual(run, step),
        shape: expectedShape(order),
        kind: 'wrong-parent',
      });
    }
  },
};

/** Whether the first step was over when the second one was at work. */
function hasEndedBeforePacking(run: HallRun): boolean {
  const first = spanOf(run, { name: 'check stock' });
  const packing = run.evidence.moments.find(({ name }) => name === 'pack item began');
  const ended = run.evidence.ended.slice(0, packing?.ended ?? 0);
  return ended.some(({ spanId }) => spanId === first.spanId);
}

const NESTED: Advice = {
  because: 'the second step was started inside the function of the first, which was still active',
  next:
    "in src/reserve-order.ts, await inSpan('check stock', …) to its end, and call " +
    "inSpan('pack order', …) after it, beside it",
};

const KEPT: Advice = {
  because:
    'the first step had ended, and its context was still in use. A span that ends does not leave ' +
    'the contexts that hold it, and one that was attached, or kept in a variable, stays',
  next:
    'start both steps in the context of `reserve order`. What `context.with()` puts in place is ' +
    'gone when its function returns, so the next step finds `reserve order` active again',
};
