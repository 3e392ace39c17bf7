import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import { namesOf } from './facts.ts';
import type { GatewayRun } from './parts.ts';

const SOUGHT = 'one span of kind SERVER for each request';

/** The spans of the requests, in the order in which these came. Throws unless each has one. */
export function requestSpans(run: GatewayRun): [Span, ...Span[]] {
  const { spans } = run.trace;
  const places = new Map(run.evidence.started.map(({ spanId }, place) => [spanId, place]));
  const placeOf = ({ spanId }: Span): number => places.get(spanId) ?? 0;
  const [first, ...others] = spans
    .filter((span) => span.kind === 'server')
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  if (first === undefined) throw spans.length === 0 ? noSpan(run) : noServerSpan(spans);
  if (others.length + 1 !== run.requests) throw otherCount(run, [first, ...others]);
  return [first, ...others];
}

function noSpan({ requests }: GatewayRun): Explanation {
  return new Explanation({
    sought: SOUGHT,
    found: `no span, and the gateway was asked ${requests} times`,
    because: 'tracing is set up, but spans come from the code that does the work',
    next: 'in src/serve.ts, start a span of kind SERVER as soon as the route is known',
    kind: 'nothing',
  });
}

function noServerSpan(spans: readonly Span[]): Explanation {
  return new Explanation({
    sought: SOUGHT,
    found: `${namesOf(spans)}, and none of them of kind SERVER`,
    because:
      'a span is INTERNAL unless it is told otherwise, and then no tool can see that it stands ' +
      'for a request that somebody waits for',
    next: 'start it with `{ kind: SpanKind.SERVER }`, in serve.ts',
    spans,
    kind: 'wrong-field',
  });
}

function otherCount({ requests }: GatewayRun, spans: readonly Span[]): Explanation {
  return new Explanation({
    sought: SOUGHT,
    found: `${spans.length} SERVER spans for ${requests} requests: ${namesOf(spans)}`,
    because:
      'a call that the gateway makes is CLIENT, since there the gateway is the one who asks. ' +
      'And a request has one SERVER span, also where no route fits',
    next: 'start it in serve(), which every request passes once, and nowhere else',
    spans,
    kind: 'count',
  });
}
