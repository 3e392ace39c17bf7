import type { Check } from '@tracelings/lesson-kit';
import { flushed, orderId, workUnchanged } from './delivery-checks.ts';
import { declinedOrder, loudSetUp } from './failure-checks.ts';
import type { Inputs } from './inputs.ts';
import { registered, wired } from './set-up-checks.ts';
import { ended, oneSpan, scopeNamed } from './span-checks.ts';
import { coversTheWork } from './time-checks.ts';

/** In the order in which a learner meets them. */
export const checks: readonly Check<Inputs>[] = [
  registered,
  wired,
  oneSpan,
  scopeNamed,
  ended,
  flushed,
  orderId,
  coversTheWork,
  workUnchanged,
  declinedOrder,
  loudSetUp,
];
