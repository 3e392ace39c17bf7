import { compare } from '../compare.ts';
import { explainNothing } from '../explaining/explain-nothing.ts';
import { Explanation } from '../explanation/explanation.ts';
import { explainNone, explainUnwanted } from '../query/query-explanation.ts';
import { spansThatMatch, type SpanQuery } from '../query/span-query.ts';
import { noSpans, type Shape } from '../shape/shape.ts';
import { Trace } from '../trace.ts';
import { renderTree } from '../tree.ts';

interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What vitest binds a matcher to. */
interface State {
  readonly isNot: boolean;
}

/** For `expect.extend` of a vitest that is set up by hand; importing the module does it otherwise. */
export const matchers = { toHaveShape, toHaveSpan, toBeEmptyTrace };

function toHaveShape(this: State, received: unknown, shape: Shape): Result {
  const trace = traceFrom(received, this.isNot);
  return resultOf(compare(trace, shape), () => hasTheShape(trace));
}

function toHaveSpan(this: State, received: unknown, query: SpanQuery): Result {
  const trace = traceFrom(received, this.isNot);
  const found = spansThatMatch(trace, query);
  const explanation = found.length === 0 ? explainNone(trace, query) : undefined;
  return resultOf(explanation, () => explainUnwanted(trace, query, found));
}

function toBeEmptyTrace(received: unknown): Result {
  const trace = traceFrom(received, false);
  return resultOf(compare(trace, noSpans()), () => explainNothing({ sought: 'at least one span' }));
}

/** What holds for no span holds for every span of an empty trace: `.not` must not pass for that. */
function traceFrom(received: unknown, isNot: boolean): Trace {
  if (!(received instanceof Trace)) {
    throw new TypeError(
      'This matcher looks at a Trace and was given something else. ' +
        'Make one of the spans: expect(new Trace(spans)).',
    );
  }
  if (isNot && received.isEmpty) throw explainNothing({ sought: 'a trace with spans to look at' });
  return received;
}

function resultOf(explanation: Explanation | undefined, opposite: () => Explanation): Result {
  return {
    pass: explanation === undefined,
    message: () => (explanation ?? opposite()).message,
  };
}

function hasTheShape(trace: Trace): Explanation {
  return new Explanation({
    sought: 'a trace of another shape',
    found: 'a trace that has this one',
    actual: renderTree(trace, { maxSpans: 24 }),
  });
}
