import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { namesOf, neverEnded, requestSpans, seenBy } from './facts.ts';
import type { GatewayRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

const REQUESTS = 3;
const SOUGHT = 'one span of kind SERVER for each request';

export const serverSpan: Check<Inputs> = {
  id: 'server-span',
  title: 'each request makes one SERVER span',
  points: 1,
  scenario: 'paid',
  judge(run) {
    const servers = run.trace.spans.filter((span) => span.kind === 'server');
    if (servers.length === REQUESTS) return;
    throw servers.length === 0 ? noServerSpan(run) : otherCount(run);
  },
};

function noServerSpan({ trace }: GatewayRun): Explanation {
  const { spans } = trace;
  return spans.length === 0
    ? new Explanation({
        sought: SOUGHT,
        found: `no span: ${REQUESTS} requests were answered, and nobody started one`,
        because: 'tracing is set up, but spans come from the code that does the work',
        next: 'in src/serve.ts, start a span of kind SERVER as soon as the route is known',
        kind: 'nothing',
      })
    : new Explanation({
        sought: SOUGHT,
        found: `${namesOf(spans)}, and none of them of kind SERVER`,
        because:
          'a span is INTERNAL unless it is told otherwise, and then no tool can see that it ' +
          'stands for a request that somebody waits for',
        next: 'start it with `{ kind: SpanKind.SERVER }`, in serve.ts',
        spans,
        kind: 'wrong-field',
      });
}

function otherCount(run: GatewayRun): Explanation {
  const spans = requestSpans(run);
  return new Explanation({
    sought: SOUGHT,
    found: `${spans.length} SERVER spans for ${REQUESTS} requests: ${namesOf(spans)}`,
    because:
      spans.length > REQUESTS
        ? 'either two functions start one for the same request, or the kind went along to the ' +
          'spans below it'
        : 'some requests are answered on a way that passes no span',
    next: 'start it in serve(), which every request passes once, and nowhere else',
    spans,
    kind: 'count',
  });
}

export const ended: Check<Inputs> = {
  id: 'ended',
  title: 'every span is ended, once',
  points: 1,
  scenario: 'paid',
  judge(run) {
    requestSpans(run);
    const [open] = run.evidence.open;
    if (open !== undefined) throw neverEnded(open);
    for (const span of run.evidence.ended) {
      const calls = run.evidence.endCalls.filter(({ spanId }) => spanId === span.spanId).length;
      if (calls === 1) continue;
      throw new Explanation({
        sought: `one call of \`end()\` on \`${span.name}\``,
        found: `it was called ${calls} times`,
        because:
          'the end is written in several places that all run. The first call decides, and what ' +
          'is set on the span after it is lost',
        next: 'keep the one that every request passes, and remove the others',
        spans: [span],
      });
    }
  },
};

export const answers: Check<Inputs> = {
  id: 'answers',
  title: 'customers get the answers that they got before',
  points: 1,
  scenario: 'paid',
  judge(run) {
    requestSpans(run);
    const { orderId, receipt } = run.inputs;
    const wanted = { look: orderId, pay0: receipt, pay1: receipt };
    for (const [name, text] of Object.entries(wanted)) {
      const { status, body } = seenBy(run, name);
      if (status === 200 && body.includes(text)) continue;
      throw new Explanation({
        sought: `every order looked at and paid: 200, and an answer that holds ${text}`,
        found: status === 0 ? 'no answer' : `${status}, and the answer ${body || 'was empty'}`,
        because: 'a function that wraps the work has to pass on what the work gives back',
        next: 'return what `work()` and `response.json()` resolve to, through every function on the way',
      });
    }
  },
};
