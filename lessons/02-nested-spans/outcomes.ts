import type { Json } from '@tracelings/lesson-kit';
import type { HallRun } from './facts.ts';

/** What main() said of an order: the parcel's number, or why there is none. */
export interface Outcome {
  readonly parcel?: string;
  readonly failure?: string;
}

export function outcomeOf(run: HallRun, orderId: string): Outcome {
  const outcomes = run.evidence.observed['outcomes'];
  const list: readonly Json[] = Array.isArray(outcomes) ? outcomes : [];
  const found = list.map(readOutcome).find((outcome) => outcome.orderId === orderId);
  return found ?? { failure: 'nothing' };
}

function readOutcome(value: Json): Outcome & { readonly orderId?: string } {
  const fields = Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(fields);
}
