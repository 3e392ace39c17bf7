import type { Check } from '@tracelings/lesson-kit';
import { ordersAnswered, partnerTrace, threeServices } from './arrival-checks.ts';
import { baggageArrives, bankLearnsNothing, customerNoted } from './baggage-checks.ts';
import { oneTrace, tracestate } from './chain-checks.ts';
import { hostileHeaders } from './hostile-checks.ts';
import type { Inputs } from './inputs.ts';
import { receiptsApart, receiptsLinked } from './receipt-checks.ts';

/** In the order in which a learner meets them. */
export const checks: readonly Check<Inputs>[] = [
  ordersAnswered,
  threeServices,
  partnerTrace,
  oneTrace,
  tracestate,
  baggageArrives,
  customerNoted,
  bankLearnsNothing,
  receiptsApart,
  receiptsLinked,
  hostileHeaders,
];
