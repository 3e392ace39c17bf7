import { context, createContextKey } from '@opentelemetry/api';
import type { Json, Scenario, Stage } from '@tracelings/lesson-kit';
import type { Inputs, OrderInput } from './inputs.ts';
import type * as starter from './starter/main.ts';
import { WatchedHall } from './watched-hall.ts';

type Subject = typeof starter;
type Outcome = PromiseSettledResult<unknown>;

/** One order, and all that it asks for is there. */
export const order: Scenario<Subject, Inputs> = (stage) =>
  reserve(stage, stage.inputs.orders.slice(0, 1), () => true);

/** Several orders at once, one of which asks for something that is not there. */
export const rush: Scenario<Subject, Inputs> = (stage) => {
  const { orders, shortPlace } = stage.inputs;
  const missing = orders[shortPlace]?.items.at(-1);
  return reserve(stage, orders, (item) => item !== missing);
};

async function reserve(
  { subject, exporter, observe }: Stage<Subject, Inputs>,
  orders: readonly OrderInput[],
  isThere: (item: string) => boolean,
): Promise<void> {
  const parcelOf = (id: string): string =>
    orders.find(({ orderId }) => orderId === id)?.parcel ?? 'unknown';
  const hall = new WatchedHall(observe, isThere, parcelOf);
  const outcomes: readonly Outcome[] | undefined = await subject.main({
    orders: orders.map(({ orderId: id, items }) => ({ id, items })),
    hall,
    createExporter: () => exporter,
  });
  observe(
    'outcomes',
    orders.map(({ orderId }, place) => ({ orderId, ...wordsFor(outcomes?.[place]) })),
  );
  observe('listenersLeft', hall.printer.listenerCount('printed'));
  observe('hasContextManager', hasContextManager());
}

function wordsFor(outcome: Outcome | undefined): { readonly [key: string]: Json } {
  if (outcome?.status === 'fulfilled') return { parcel: String(outcome.value) };
  return { failure: outcome === undefined ? 'no answer' : String(outcome.reason) };
}

/** Without one a context can be made, and never be the active one. */
function hasContextManager(): boolean {
  const key = createContextKey('is anything active');
  return context.with(context.active().setValue(key, true), () =>
    Boolean(context.active().getValue(key)),
  );
}
