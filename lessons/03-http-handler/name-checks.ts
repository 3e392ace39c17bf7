import { inspect } from 'node:util';
import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import type { GatewayRun } from './parts.ts';
import { requestSpans } from './request-spans.ts';
import { holdsOrder, routedSpans } from './shop-routes.ts';
import type { ShopRoute } from './shop-routes.ts';

export const spanName: Check<Inputs> = {
  id: 'span-name',
  title: 'the span is named by method and route',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    for (const [span, wanted] of routedSpans(run)) {
      if (!wanted.name.test(span.name)) throw wrongName(run, span, wanted);
    }
  },
};

function wrongName(run: GatewayRun, span: Span, { method, route }: ShopRoute): Explanation {
  const holdsId = holdsOrder(run, span.name);
  return new Explanation({
    sought: `a span named by method and route, \`${method} ${route}\``,
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
    const secret = run.inputs.strayPath.slice(1);
    for (const span of requestSpans(run)) {
      if (/\bundefined\b/.test(span.name)) throw namedUndefined(span);
      const route = inspect(span.attributes['http.route'] ?? '');
      const texts = { name: span.name, '`http.route`': route };
      const places = Object.entries(texts).filter(([, text]) => text.includes(secret));
      if (places.length > 0) throw namedByPath(span, places.map(([place]) => place).join(' and '));
    }
  },
};

function namedByPath(span: Span, places: string): Explanation {
  return new Explanation({
    sought: 'the span of a path that no route fits named `GET`, with no `http.route`',
    found: `its ${places} holds the raw path`,
    because:
      'robots try a thousand paths a day, and whoever sends a request chooses the path. With ' +
      'the path to fall back on, strangers write your list of names',
    next: NEXT_WITHOUT_ROUTE,
    spans: [span],
    kind: 'wrong-field',
  });
}

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
