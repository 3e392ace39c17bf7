import { strict as assert } from 'node:assert';
import { compare, shape, Trace, type Shape, type Span } from '../src/index.ts';
import { forms } from './forms.ts';

/** One measured run: `run` matches a trace of `spans` spans against a shape made ahead of time. */
export interface MatchingCase {
  readonly name: string;
  readonly spans: number;
  readonly run: () => void;
}

const sizes = [1_000, 10_000, 100_000];

/** Each form of trace in each size. A run throws when the answer is wrong, so speed is never bought with it. */
export function matchingCases(): MatchingCase[] {
  return forms.flatMap(({ name, fits, build }) =>
    sizes.map((size) => {
      const { spans, expected } = build(size);
      return { name, spans: spans.length, run: () => match(spans, shape(expected), fits) };
    }),
  );
}

function match(spans: readonly Span[], expected: Shape, fits: boolean): void {
  const explanation = compare(new Trace(spans), expected);
  assert.equal(explanation === undefined, fits, explanation?.message);
}
