import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { draw, listOf, serviceOf, textOf } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const healthChecks: Check<Inputs> = {
  id: 'health-checks',
  title: 'a health check leaves nothing, and costs nothing',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const recorded = recordedForProbes(run);
    if (recorded.length === 0) return;
    throw new Explanation({
      sought: 'no span recorded for `GET /ready`, in none of the services',
      ...reasonsFor(run, recorded),
      spans: recorded,
      ...drawingOf(run, recorded),
      kind: 'unexpected',
    });
  },
};

/** What was started between the first probe and the answer to the last. */
function recordedForProbes({ evidence }: ShopRun): readonly Span[] {
  const [begin, over] = evidence.moments.filter(({ name }) => name === 'probes');
  if (begin !== undefined && over !== undefined) {
    return evidence.started.slice(begin.started, over.started);
  }
  throw new Explanation({
    sought: 'health checks at each of the services',
    found: 'the run was over before they came',
    next: 'let the shop stay open until it is closed',
  });
}

/** What was kept of the first of them, if anything. */
function drawingOf({ trace }: ShopRun, [first]: readonly Span[]): { readonly actual?: string } {
  const kept = trace.spans.filter(({ traceId }) => traceId === first?.traceId);
  return kept.length === 0 ? {} : { actual: draw(kept) };
}

type Reasons = Pick<ExplanationParts, 'found' | 'because' | 'next'>;

function reasonsFor({ trace }: ShopRun, recorded: readonly Span[]): Reasons {
  const served = recorded.filter((span) => span.kind === 'server');
  if (served.length === 0) return BELOW_ONLY(recorded);
  if (served.some((span) => !saysRoute(span))) return ROUTE_LATER(served);
  if (recorded.some((span) => trace.find(span.traceId, span.spanId) === undefined)) {
    return THROWN_AWAY(served);
  }
  const services = new Set(served.map(serviceOf));
  if (services.has('gateway')) return KEPT(served);
  return served.some(({ parent }) => parent !== undefined)
    ? TOLD_TO_KEEP(services)
    : ELSEWHERE(services);
}

/** Whether a sampler could have known what was asked for. */
function saysRoute({ name, attributes }: Span): boolean {
  return [name, ...Object.values(attributes)].some((text) => textOf(text).includes('/ready'));
}

const BELOW_ONLY = (recorded: readonly Span[]): Reasons => ({
  found: `the request's own span was dropped, and ${listOf(recorded.map(({ name }) => name))} below it was kept`,
  because: 'the rule knows the SERVER span by its route. The spans below it have none',
  next:
    'let a `new ParentBasedSampler({ root: … })` stand in front of your rules, so that what is ' +
    'below a dropped span is dropped with it',
});

const ROUTE_LATER = (served: readonly Span[]): Reasons => ({
  found: `spans that were called ${listOf(served.map(({ name }) => name))} when they started, with no route`,
  because:
    'a sampler sees a span as it is when it starts: its name, its kind, and the attributes among ' +
    'its options. What is set or renamed later comes too late for it',
  next: 'in serve.ts, hand the name and `attributes` with `http.route` to inSpan()',
});

const THROWN_AWAY = (served: readonly Span[]): Reasons => ({
  found: `${listOf(served.map(({ name }) => name))} was recorded, and not all of it was exported`,
  because:
    'what is sorted out when a span ends has been paid for by then, and the spans below or in the ' +
    'next service have been told that they are wanted. RECORD, too, pays for a span in full',
  next: 'decide before the span starts: let the sampler return `{ decision: SamplingDecision.NOT_RECORD }`',
});

const TOLD_TO_KEEP = (services: ReadonlySet<string>): Reasons => ({
  found: `health checks are dropped in \`gateway\`, and what they ask of ${listOf(services)} is kept`,
  because:
    'the last two digits of a traceparent are the decision, and the one that arrived there said ' +
    'yes. A span that records nothing has the right ones in its context',
  next: 'in call.ts, let `propagation.inject(context.active(), headers)` write the header',
});

const ELSEWHERE = (services: ReadonlySet<string>): Reasons => ({
  found: `health checks are dropped in \`gateway\`, and recorded in ${listOf(services)}`,
  because: 'each service is asked for its health on its own, and begins traces then',
  next: 'give every provider the sampler, as startTracing() did',
});

const KEPT = (served: readonly Span[]): Reasons => ({
  found: `${listOf(served.map(({ name }) => name))} was kept as any other request`,
  ...(served.some(({ attributes }) => attributes['http.route'] === undefined)
    ? {
        because:
          'a rule can ask for the attributes that a span starts with, and `http.route` is not one ' +
          'of them',
        next:
          'in serve.ts, hand `attributes` with `http.route` to inSpan(), and let a rule of the ' +
          'sampler ask for it',
      }
    : {
        because:
          'the ratio knows ids and no routes. Health checks need a rule of their own, and that ' +
          'finds the route in the fifth thing that shouldSample() is handed, the attributes',
        next: "where a trace begins with `attributes['http.route']` `/ready`, ask an AlwaysOffSampler",
      }),
});
