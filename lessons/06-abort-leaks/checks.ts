import type { Check } from '@tracelings/lesson-kit';
import { cancelledNotFailed, cancelledSaid } from './cancel-checks.ts';
import { deadline } from './deadline-checks.ts';
import type { Inputs } from './inputs.ts';
import { nothingHeld, shopCloses } from './leak-checks.ts';
import { listenersRemoved } from './listener-check.ts';
import { ordersUnchanged } from './order-checks.ts';
import { spansEnd } from './span-checks.ts';
import { noNextStep, workStops } from './stop-checks.ts';
import { timeoutFailed } from './timeout-checks.ts';

/** In the order in which a learner meets them. */
export const checks: readonly Check<Inputs>[] = [
  spansEnd,
  workStops,
  noNextStep,
  cancelledNotFailed,
  cancelledSaid,
  ordersUnchanged,
  deadline,
  timeoutFailed,
  shopCloses,
  nothingHeld,
  listenersRemoved,
];
