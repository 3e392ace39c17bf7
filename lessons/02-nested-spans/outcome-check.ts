import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { labelOf, spanOf, workFor } from './facts.ts';
import type { HallRun, Work } from './facts.ts';
import type { Inputs, OrderInput } from './inputs.ts';
import { outcomeOf } from './outcomes.ts';

export const workUnchanged: Check<Inputs> = {
  id: 'work-unchanged',
  title: 'the hall works as it did before, one item at a time',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const { orders, shortPlace } = run.inputs;
    const inStock = orders.filter((_, place) => place !== shortPlace);
    for (const order of inStock) judgeOrder(run, order);
    judgeBench(run);
    judgeListeners(run);
  },
};

function judgeOrder(run: HallRun, order: OrderInput): void {
  const { orderId, parcel } = order;
  spanOf(run, { name: 'reserve order', of: orderId });
  for (const work of workFor(order)) judgeTimes(run, work);
  const outcome = outcomeOf(run, orderId);
  if (outcome.parcel === parcel) return;
  throw new Explanation({
    sought: `main() resolves to the parcel of ${orderId}, as the hall numbered it`,
    found: `it says of the order: ${outcome.parcel ?? outcome.failure}`,
    because: 'a function that wraps the work has to pass on what the work gives back',
    next: 'return what stickLabel() resolves to, through every function on the way',
  });
}

function judgeTimes({ evidence }: HallRun, work: Work): void {
  const began = `${work.name} began`;
  if (!['count item began', 'pack item began', 'stick label began'].includes(began)) return;
  const times = evidence.moments.filter(({ name, value }) => name === began && value === work.of);
  if (times.length === 1) return;
  throw new Explanation({
    sought: `${labelOf(work)} done once`,
    found: `it was done ${times.length} times`,
    because:
      'a call may have been copied into a new function, and not moved, or lost on the way there',
    next: `keep one call for the work of \`${work.name}\``,
  });
}

function judgeBench({ evidence }: HallRun): void {
  const most = Number(evidence.observed['mostAtTheBench'] ?? 0);
  if (most === 1) return;
  throw new Explanation({
    sought: 'one item on the bench at a time',
    found: `${most} at once, when several orders came together`,
    because:
      'the queue was left out, or the packer does not wait for a job to be done. The context is ' +
      'kept, and the hall runs into itself',
    next:
      'in src/packing-bench.ts, queue each item, let the job carry its context, and let the packer ' +
      'await each job',
  });
}

function judgeListeners({ evidence }: HallRun): void {
  const left = Number(evidence.observed['listenersLeft'] ?? 0);
  if (left === 0) return;
  throw new Explanation({
    sought: 'no listener left on the printer when all labels stick',
    found: `${left} left, one for each label`,
    because:
      '`context.bind()` gives back a new function. The printer knows that one, so it is the one ' +
      'to take off again; `off()` with the other does nothing',
    next: 'in src/stick-label.ts, hand to `off` what was handed to `on`',
  });
}
