import type { Check } from '@tracelings/lesson-kit';
import { everySpan } from './presence-check.ts';
import type { Inputs } from './inputs.ts';
import { countedItems, emittedEvent, queuedWork } from './item-checks.ts';
import { outlives } from './lifetime-check.ts';
import { oneRoot } from './root-check.ts';
import { shortOrder } from './short-order-check.ts';
import { siblings, stepsInside } from './step-checks.ts';
import { workUnchanged } from './outcome-check.ts';

/** In the order in which a learner meets them. */
export const checks: readonly Check<Inputs>[] = [
  everySpan,
  stepsInside,
  siblings,
  countedItems,
  queuedWork,
  outlives,
  emittedEvent,
  oneRoot,
  shortOrder,
  workUnchanged,
];
