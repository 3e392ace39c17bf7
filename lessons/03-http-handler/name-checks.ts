import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { namesOf, requestSpan, requestSpans } from './facts.ts';
import type { GatewayRun } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { LOOK_NAME, PAY_NAME } from './route-patterns.ts';

export const spanName: Check<Inputs> = {
  id: 'span-name',
  title: 'the span is named by method and route',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    const spans = requestSpans(run);
    const wrong = spans.find(({ name }) => !LOOK_NAME.test(name) && !PAY_NAME.test(name));
    if (wrong !== undefined) throw wrongName(run, wrong);
    if (
      spans.some(({ name }) => LOOK_NAME.test(name)) &&
      spans.some(({ name }) => PAY_NAME.test(name))
    )
      return;
    throw new Explanation({
      sought: 'a name for each route: `GET /orders/:id` and `POST /orders/:id/payment`',
      found: `${namesOf(spans)} for both`,
      next: 'build the name from the `method` and the `route` of the request itself',
      spans,
      kind: 'wrong-field',
    });
  },
};

function wrongName({ inputs }: GatewayRun, span: Span): Explanation {
  const ids = [inputs.orderId, ...inputs.paidIds];
  const holdsId = ids.some((id) => span.name.includes(id));
  return new Explanation({
    sought: 'a span named by method and route, such as `POST /orders/:id/payment`',
    found: holdsId ? 'a span named by the raw path, with the order in it' : `\`${span.name}\``,
    because: holdsId
      ? 'every order makes a name of its own then. Nobody can ask how long paying takes, and a ' +
        'backend that keeps a list of names runs full'
      : 'a name groups the requests that are alike: the method alone throws all routes together, ' +
        'and the name of a function means something to its authors only',
    next: 'name the span `${method} ${route}`; findRoute() gives both',
    spans: [span],
    kind: 'wrong-field',
  });
}

export const unknownPath: Check<Inputs> = {
  id: 'unknown-path',
  title: 'a path without a route stays out of name and `http.route`',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'refused');
    const span = requestSpan(run, 'GET');
    const secret = run.inputs.strayPath.slice(1);
    const { 'http.route': route } = span.attributes;
    if (/\bundefined\b/.test(span.name)) throw namedUndefined(span);
    const isNamed = span.name.includes(secret);
    if (!isNamed && !JSON.stringify(route ?? '').includes(secret)) return;
    throw new Explanation({
      sought: 'the span of a path that no route fits named `GET`, with no `http.route`',
      found: isNamed ? 'its name holds the raw path' : '`http.route` holds the raw path',
      because:
        'robots try a thousand paths a day, and whoever sends a request chooses the path. With ' +
        'the path to fall back on, strangers write your list of names',
      next: NEXT_WITHOUT_ROUTE,
      spans: [span],
      kind: 'wrong-field',
    });
  },
};

const NEXT_WITHOUT_ROUTE =
  'where `route` is undefined, name the span by the method alone and leave `http.route` out';

function namedUndefined(span: Span): Explanation {
  return new Explanation({
    sought: 'the span of a path that no route fits named `GET`',
    found: `it is named \`${span.name}\``,
    because: 'the name is built from the route, and for this request there is none',
    next: NEXT_WITHOUT_ROUTE,
    spans: [span],
    kind: 'wrong-field',
  });
}
