import { inspect } from 'node:util';
import { Explanation, matching } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireAttributes } from './attribute-rule.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { requestSpans } from './request-spans.ts';
import { holdsOrder, routedSpans } from './shop-routes.ts';
import type { ShopRoute } from './shop-routes.ts';

export const httpAttributes: Check<Inputs> = {
  id: 'http-attributes',
  title: 'method and route are attributes, by the names of today',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    for (const [span, wanted] of routedSpans(run)) {
      requireAttributes(run, span, { 'http.request.method': wanted.method });
      const route = inspect(span.attributes['http.route'] ?? '');
      if (holdsOrder(run, route)) throw rawPath(span, wanted);
      requireAttributes(run, span, { 'http.route': routeLike(wanted) });
    }
  },
};

function routeLike({ route, pattern }: ShopRoute): ReturnType<typeof matching> {
  return matching(
    `the route "${route}"`,
    (value) => typeof value === 'string' && pattern.test(value),
  );
}

function rawPath(span: Span, { route }: ShopRoute): Explanation {
  return new Explanation({
    sought: `\`${span.name}\` with the route "${route}" in \`http.route\``,
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
      requireAttributes(run, span, { 'http.response.status_code': 200 }, CODE_ADVICE);
    }
  },
};

const CODE_ADVICE = {
  because:
    'nothing sets it, or what sets it runs before an answer is sent. Note that `request` says ' +
    '`close` as soon as it has been read, and `response` when all is over',
  next: 'set it from `response.statusCode` when the answer has been sent, and end the span then',
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
