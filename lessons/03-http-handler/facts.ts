import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Run } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';

export type GatewayRun = Run<Inputs>;

/** The calls that the gateway makes for an order, by the names of their spans. */
export const CALLS = ['find order', 'charge card'] as const;

/** What a customer saw; 0 where there was no answer. */
export interface Seen {
  readonly status: number;
  readonly body: string;
}

/** What a customer saw, by the name that the scenario gave the request. */
export function seenBy({ evidence }: GatewayRun, name: string): Seen {
  const { [`${name}.status`]: status, [`${name}.body`]: body } = evidence.observed;
  return { status: Number(status ?? 0), body: typeof body === 'string' ? body : '' };
}

/** How often inventory and payment were asked. */
export function timesAsked({ evidence }: GatewayRun): number {
  return evidence.moments.filter(({ name }) => name === 'timesAsked').length;
}

/** The spans of all requests, for checks that come after the one that asks for them. */
export function requestSpans({ trace }: GatewayRun): [Span, ...Span[]] {
  const [first, ...others] = trace.spans.filter((span) => span.kind === 'server');
  if (first !== undefined) return [first, ...others];
  throw new Explanation({
    sought: 'a SERVER span for each request',
    found: trace.spans.length === 0 ? 'no span' : `${namesOf(trace.spans)}, and no SERVER span`,
    next: 'in serve.ts, start a span of kind SERVER before the work begins',
    spans: trace.spans,
    kind: 'nothing',
  });
}

/** The span of the one request that came with a method. */
export function requestSpan(run: GatewayRun, method: 'GET' | 'POST'): Span {
  const spans = requestSpans(run);
  const isIt = (span: Span): boolean =>
    span.attributes['http.request.method'] === method || span.name.startsWith(method);
  return spans.find(isIt) ?? (method === 'GET' ? spans.at(-1) : undefined) ?? spans[0];
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
