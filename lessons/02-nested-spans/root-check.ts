import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { isInside, labelOf, orderOf, spanOf, workFor } from './facts.ts';
import type { HallRun, Name, Work } from './facts.ts';
import type { Inputs, OrderInput } from './inputs.ts';

export const oneRoot: Check<Inputs> = {
  id: 'one-root',
  title: 'of several orders at once, each is a trace with one root',
  points: 2,
  scenario: 'rush',
  judge(run) {
    const { orders, shortPlace } = run.inputs;
    for (const [place, order] of orders.entries()) judgeOrder(run, order, place !== shortPlace);
  },
};

function judgeOrder(run: HallRun, order: OrderInput, isInStock: boolean): void {
  const root = spanOf(run, { name: 'reserve order', of: order.orderId });
  if (root.parent !== undefined) throw notARoot(run, root, order);
  for (const work of workFor(order)) {
    const isDone = isInStock || work.name === 'check stock' || work.name === 'count item';
    if (!isDone || work.name === 'reserve order') continue;
    if (work.of === undefined) judgeStep(run, root, work, order);
    else judgeWork(run, root, work, order);
  }
}

function judgeStep(run: HallRun, root: Span, { name }: Work, { orderId }: OrderInput): void {
  const steps = run.trace.spans.filter((span) => span.name === name && isInside(run, span, root));
  if (steps.length === 1) return;
  throw new Explanation({
    sought: `one \`${name}\` inside \`reserve order\` of ${orderId}, alone or in a rush`,
    found: `${steps.length} of them, with several orders at once`,
    because: 'a step was started in the context of another order',
    next: `start \`${name}\` in the context that is active inside \`reserve order\``,
    spans: [root, ...steps],
    kind: 'count',
  });
}

function judgeWork(run: HallRun, root: Span, work: Work, order: OrderInput): void {
  const span = spanOf(run, work);
  if (!isInside(run, span, root)) throw strayed(run, span, work, order);
}

function notARoot(run: HallRun, root: Span, { orderId }: OrderInput): Explanation {
  const above = run.trace.parentOf(root);
  return new Explanation({
    sought: `\`reserve order\` of ${orderId} as the root of a trace of its own`,
    found: `it is inside \`${above?.name ?? 'a span that is not here'}\``,
    because:
      'a span was active when the order came in: one around the whole program, or one that ' +
      'another order left behind',
    next: 'see that nothing is active in main(), where orders begin',
    spans: [root],
    kind: 'wrong-parent',
  });
}

function strayed(run: HallRun, span: Span, work: Work, { orderId }: OrderInput): Explanation {
  return new Explanation({
    sought: `${labelOf(work)} in the trace of ${orderId}, alone or in a rush`,
    found: `with several orders at once, it is in the trace of ${orderAround(run, span)}`,
    because:
      'a context is kept where orders share it: in a variable of the module, in a loop that one ' +
      'order started for all, or in an emitter that was bound as a whole',
    next: ADVICE[work.name] ?? 'keep no context outside of functions',
    spans: [span],
    kind: 'wrong-parent',
  });
}

const ADVICE: Partial<Record<Name, string>> = {
  'pack item': 'in src/packing-bench.ts, let each job carry the context in which it was queued',
  'stick label': 'in src/stick-label.ts, bind each listener to the context in which it is added',
};

function orderAround(run: HallRun, span: Span): string {
  const root = run.trace.spans.find(
    (candidate) => candidate.name === 'reserve order' && isInside(run, span, candidate),
  );
  return root === undefined ? 'none' : orderOf(root);
}
