import {
  Explanation,
  expectShape,
  matching,
  shape,
  span as spanOf,
  Trace,
} from '@tracelings/trace-shape';
import type { AttributeMatchers, Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requestSpans } from './facts.ts';
import type { GatewayRun } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { LOOK_ROUTE, PAY_ROUTE } from './route-patterns.ts';

export const httpAttributes: Check<Inputs> = {
  id: 'http-attributes',
  title: 'method and route are attributes, by the names of today',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    for (const span of requestSpans(run)) {
      requireAttributes(run, span, { 'http.request.method': method });
      refuseRawPath(run, span);
      const isLook = span.attributes['http.request.method'] === 'GET';
      requireAttributes(run, span, { 'http.route': isLook ? lookRoute : payRoute });
    }
  },
};

const method = matching('"GET" or "POST"', (value) => value === 'GET' || value === 'POST');
const lookRoute = routeLike('/orders/:id', LOOK_ROUTE);
const payRoute = routeLike('/orders/:id/payment', PAY_ROUTE);

function routeLike(example: string, pattern: RegExp): ReturnType<typeof matching> {
  return matching(
    `the route "${example}"`,
    (value) => typeof value === 'string' && pattern.test(value),
  );
}

function refuseRawPath({ inputs }: GatewayRun, span: Span): void {
  const route = JSON.stringify(span.attributes['http.route'] ?? '');
  const isLook = span.attributes['http.request.method'] === 'GET';
  if (![inputs.orderId, ...inputs.paidIds].some((id) => route.includes(id))) return;
  throw new Explanation({
    sought: `\`${span.name}\` with ${isLook ? lookRoute.description : payRoute.description} in \`http.route\``,
    found: '`http.route` holds the raw path, with the order in it',
    because: 'the route is what all requests of a kind share; the path of this one is `url.path`',
    next: 'set `http.route` to the `route` that findRoute() gives',
    spans: [span],
    kind: 'wrong-field',
  });
}

export const statusCode: Check<Inputs> = {
  id: 'status-code',
  title: "the answer's status code is a number on the span",
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    for (const span of requestSpans(run)) {
      const code = span.attributes['http.response.status_code'];
      if (typeof code === 'string') throw codeAsText(span, code);
      requireAttributes(run, span, { 'http.response.status_code': 200 });
    }
  },
};

function codeAsText(span: Span, code: string): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` with \`http.response.status_code\` = 200, a number`,
    found: `\`http.response.status_code\` = "${code}", a string`,
    because: 'a search for all codes from 500 on compares numbers, and passes this span by',
    next: 'set it to `response.statusCode` as it is',
    spans: [span],
    kind: 'wrong-field',
  });
}

/** Looks at one span alone, so that what is said and drawn is about this one. */
function requireAttributes(run: GatewayRun, span: Span, attributes: AttributeMatchers): void {
  const { parent, ...alone } = span;
  try {
    expectShape(new Trace([alone]), shape([spanOf(span.name, { attributes })]));
  } catch (thrown) {
    if (!(thrown instanceof Explanation) || !cameTooLate(run, span)) throw thrown;
    throw thrown.with({
      because: 'something was set on a span that had already ended, and it takes nothing any more',
      next: 'set all attributes before `span.end()`, and end the span when the answer is sent',
    });
  }
}

/** The SDK complains with the ids of the span. */
function cameTooLate({ evidence }: GatewayRun, { spanId }: Span): boolean {
  return evidence.diagnostics.some(
    ({ message }) => /ended span/i.test(message) && message.includes(spanId),
  );
}
