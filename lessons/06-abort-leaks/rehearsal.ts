import type { Rehearsal, Scenario } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { sendOrders } from './kept-connection.ts';
import { makeNoSpans } from './no-spans.ts';
import type * as main from './starter/main.ts';

/** With as many, V8 has compiled what the thousand orders of a long day run through. */
const ORDERS = 2000;
/** So many take a few milliseconds. */
const AT_ONCE = 100;
/** An address that `fetch` cannot read. */
const ASTRAY = 'http://payment:moved';

const unheard = {
  export: (_spans: unknown, onResult: (result: { code: 0 }) => void) => onResult({ code: 0 }),
  shutdown: () => Promise.resolve(),
};

const inputs: Inputs = {
  leftAtOnce: 'order-1',
  leftLater: 'order-2',
  paid: ['order-3', 'order-4'],
  broken: 'order-5',
  lastOrder: 'order-6',
  unanswered: 'order-7',
  unsettled: ['order-8'],
  next: ['order-9'],
  manyOrders: 'order',
  deadlineMs: 20,
};

/** Plays a scenario through. */
export async function rehearseWith(
  scenario: Scenario<typeof main, Inputs>,
  { subject, isAwaited }: Rehearsal<typeof main>,
): Promise<void> {
  if (isAwaited()) return;
  await scenario({ subject, inputs, exporter: unheard, peers: {}, observe() {} });
}

/** Has orders refused. */
export async function rehearseOrders({
  subject,
  isAwaited,
}: Rehearsal<typeof main>): Promise<void> {
  const closing = new AbortController();
  const gateway = await subject.startGateway({
    exporter: unheard,
    payment: ASTRAY,
    notifier: ASTRAY,
    deadlineMs: 20_000,
    lookEveryMs: 5,
    closing: closing.signal,
  });
  makeNoSpans();
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  for (let sent = 0; sent < ORDERS && !isAwaited(); sent += AT_ONCE) {
    await sendOrders(gateway.url, 'order', AT_ONCE);
  }
  Error.stackTraceLimit = stackTraceLimit;
  closing.abort();
  await gateway.closed;
}
