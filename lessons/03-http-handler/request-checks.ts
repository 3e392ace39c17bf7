import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireOneEnd } from './end-rule.ts';
import { CALLS, namesOf, requestSpans, seenBy, timesAsked } from './facts.ts';
import type { GatewayRun } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';

const REQUESTS = 3;
const SOUGHT = 'one span of kind SERVER for each request';

export const serverSpan: Check<Inputs> = {
  id: 'server-span',
  title: 'each request makes one SERVER span',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
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
  const areCalls = spans.some(({ name }) => CALLS.some((call) => call === name));
  const parts = {
    sought: SOUGHT,
    found: `${spans.length} SERVER spans for ${REQUESTS} requests: ${namesOf(spans)}`,
    spans,
    kind: 'count' as const,
  };
  return areCalls
    ? new Explanation({
        ...parts,
        because: 'the kind was copied to the calls, where the gateway is the one who asks',
        next: 'make these spans CLIENT, in ask.ts',
      })
    : new Explanation({
        ...parts,
        because: 'either two functions start one for the same request, or some requests pass none',
        next: 'start it in serve(), which every request passes once, and nowhere else',
      });
}

export const ended: Check<Inputs> = {
  id: 'ended',
  title: 'every span is ended, once',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    requestSpans(run);
    requireOneEnd(run);
  },
};

/** Three orders are looked up, and two of them paid. */
const QUESTIONS = 5;

export const answers: Check<Inputs> = {
  id: 'answers',
  title: 'customers get the answers that they got before',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    requestSpans(run);
    const { orderId, receipt } = run.inputs;
    const wanted = { look: orderId, pay0: receipt, pay1: receipt };
    for (const [name, text] of Object.entries(wanted)) {
      const { status, body } = seenBy(run, name);
      if (status !== 200 || !body.includes(text)) throw otherAnswer(text, status, body);
    }
    const times = timesAsked(run);
    if (times !== QUESTIONS) throw otherQuestions(times);
  },
};

function otherAnswer(text: string, status: number, body: string): Explanation {
  return new Explanation({
    sought: `the answer that the customer got before: 200, with ${text} in it`,
    found: status === 0 ? 'no answer' : `${status}, with the body ${body || '(empty)'}`,
    because: 'a function that wraps the work has to pass on what the work gives back',
    next: 'return what `work()` and `response.json()` resolve to, through every function on the way',
  });
}

function otherQuestions(times: number): Explanation {
  return new Explanation({
    sought: `inventory and payment asked ${QUESTIONS} times, as before`,
    found: `they were asked ${times} times`,
    because: 'the work may have been copied into the span, and not moved',
    next: 'keep one call of `work()` and one of `fetch()`',
  });
}
