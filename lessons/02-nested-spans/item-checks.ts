import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import {
  drawActual,
  drawExpected,
  expectedShape,
  knownAbove,
  labelOf,
  onlyOrder,
  spanOf,
} from './facts.ts';
import type { HallRun, Name, Work } from './facts.ts';
import type { Inputs } from './inputs.ts';

/** What to say of a span that is in the wrong place. */
interface Advice {
  /** Why it may be in no other span at all. */
  readonly lost: string;
  readonly next: string;
}

export const countedItems: Check<Inputs> = {
  id: 'counted-items',
  title: 'each item is counted inside `check stock`',
  points: 1,
  scenario: 'order',
  judge(run) {
    for (const of of onlyOrder(run).items) {
      judgeParent(run, { name: 'count item', of }, 'check stock', COUNTING);
    }
  },
};

const COUNTING: Advice = {
  lost: 'no span was in the context in which it was started',
  next:
    'start each item in the context that is active inside the function of ' +
    "inSpan('check stock', …). A timer that is set in there keeps it, so nothing has to be " +
    'handed on',
};

export const queuedWork: Check<Inputs> = {
  id: 'queued-work',
  title: 'work out of the queue is part of the order that queued it',
  points: 2,
  scenario: 'order',
  judge(run) {
    for (const of of onlyOrder(run).items) {
      judgeParent(run, { name: 'pack item', of }, 'pack order', QUEUEING);
    }
  },
};

const QUEUEING: Advice = {
  lost:
    "the packer's loop began before any order came, and all that it calls runs in its " +
    'context. What was active when the job was queued has to travel with the job',
  next:
    'in src/packing-bench.ts, keep `context.active()` in the job when pack() queues it, and ' +
    'do the job inside `context.with(…)` with that context',
};

export const emittedEvent: Check<Inputs> = {
  id: 'emitted-event',
  title: 'what a listener does is part of the order that added it',
  points: 2,
  scenario: 'order',
  judge(run) {
    const { orderId } = onlyOrder(run);
    judgeParent(run, { name: 'stick label', of: orderId }, 'pack order', LISTENING);
  },
};

const LISTENING: Advice = {
  lost:
    'an emitter calls its listeners in the context of the `emit`, wherever they were added, ' +
    'and the printer emits from a loop that knows of no order',
  next:
    'in src/stick-label.ts, let `context.bind(context.active(), …)` make the listener, ' +
    'while `pack order` is still the active span',
};

function judgeParent(run: HallRun, work: Work, wanted: Name, { lost, next }: Advice): void {
  const span = spanOf(run, work);
  const above = knownAbove(run, span);
  if (above?.name === wanted) return;
  throw new Explanation({
    sought: `${labelOf(work)} as a child of \`${wanted}\``,
    found:
      above === undefined
        ? 'it has no parent: it begins a trace of its own'
        : `it is inside \`${above.name}\``,
    because:
      above === undefined
        ? lost
        : `the context that holds \`${above.name}\` was kept somewhere, and it was started in that`,
    next:
      above?.name === 'reserve order' && wanted === 'pack order'
        ? `call what does it inside of \`${wanted}\`, in src/reserve-order.ts. Or, ${next}`
        : next,
    spans: [span],
    expected: drawExpected(onlyOrder(run)),
    actual: drawActual(run, span),
    shape: expectedShape(onlyOrder(run)),
    kind: 'wrong-parent',
  });
}
