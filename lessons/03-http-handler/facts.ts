import type { Span } from '@tracelings/trace-shape';
import type { Run } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import type { GatewayRun } from './parts.ts';

/** The calls that the gateway makes for an order, by the names of their spans. */
export const CALLS = ['find order', 'charge card'] as const;

/** What a customer saw. */
export interface Seen {
  readonly status: number | 'no answer';
  readonly body: string;
}

/** What a customer saw, by the name that the scenario gave the request. */
export function seenBy({ evidence }: GatewayRun, name: string): Seen {
  const { [`${name}.status`]: status, [`${name}.body`]: body } = evidence.observed;
  return {
    status: typeof status === 'number' ? status : 'no answer',
    body: typeof body === 'string' ? body : '',
  };
}

/** The paths at which inventory and payment were asked, a question each. */
export function questions({ evidence }: Run<Inputs>): string[] {
  return evidence.moments
    .filter(({ name }) => name === 'asked')
    .map(({ value }) => (typeof value === 'string' ? value : ''));
}

/** All spans below one. */
export function spansBelow(run: GatewayRun, span: Span): Span[] {
  return run.trace.childrenOf(span).flatMap((child) => [child, ...spansBelow(run, child)]);
}

/** Names as a reader knows them: `` `one` and `two` ``. */
export function namesOf(spans: readonly Span[]): string {
  const names = [...new Set(spans.map((span) => `\`${span.name}\``))];
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
