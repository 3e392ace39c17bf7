import type { Check } from '@tracelings/lesson-kit';
import { httpAttributes, statusCode } from './attribute-checks.ts';
import { asksNobody, childSpans } from './child-checks.ts';
import { goneAwayEnds, goneAwayNoFailure } from './departure-checks.ts';
import { badGateway, errorType, failureEvent, failureStatus } from './failure-checks.ts';
import type { Inputs } from './inputs.ts';
import { spanName, unknownPath } from './name-checks.ts';
import { refusal } from './refusal-checks.ts';
import { answers, ended, serverSpan } from './request-checks.ts';

/** In the order in which a learner meets them. */
export const checks: readonly Check<Inputs>[] = [
  serverSpan,
  ended,
  answers,
  spanName,
  httpAttributes,
  statusCode,
  unknownPath,
  goneAwayEnds,
  goneAwayNoFailure,
  childSpans,
  asksNobody,
  refusal,
  badGateway,
  failureEvent,
  failureStatus,
  errorType,
];
