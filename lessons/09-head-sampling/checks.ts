import type { Check } from '@tracelings/lesson-kit';
import { callerSaysNo, callerSaysYes } from './caller-checks.ts';
import { healthChecks } from './health-check.ts';
import type { Inputs } from './inputs.ts';
import { refundsKept, wholePath } from './route-checks.ts';
import { aTenth, shopAnswers } from './share-checks.ts';
import { decisionTravels, described } from './travel-checks.ts';
import { wholeTraces } from './whole-checks.ts';

/** In the order in which a learner meets them. */
export const checks: readonly Check<Inputs>[] = [
  shopAnswers,
  aTenth,
  wholeTraces,
  healthChecks,
  wholePath,
  refundsKept,
  described,
  callerSaysYes,
  callerSaysNo,
  decisionTravels,
];
