import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  atLeast,
  between,
  compare,
  type Explanation,
  shape,
  span as draw,
  Trace,
  type Span,
  type SpanShape,
} from '../src/index.ts';
import { columnsOf } from '../src/text.ts';
import { arbitraryPlants, shapesOf, spansOf, type Plant } from './fixtures/arbitrary-plant.ts';
import { fitsByTrying } from './fixtures/naive-matching.ts';
import { neverEnded, padId } from './fixtures/make-span.ts';

describe('compare, for any trace', () => {
  it('finds the shape that the trace was made from', () => {
    fc.assert(
      fc.property(arbitraryPlants, (plants) => {
        expect(messageFor(spansOf(plants), plants)).toBeUndefined();
      }),
    );
  });

  it('does not mind shuffled spans, other ids and other times', () => {
    fc.assert(
      fc.property(arbitraryPlants, fc.array(fc.nat(1_000), { minLength: 3 }), (plants, numbers) => {
        const numberOf = (index: number) => numbers[index % numbers.length] ?? 0;
        const shuffled = spansOf(plants)
          .map((span, index) => moved(renumbered(span), BigInt(numberOf(index * 7))))
          .map((span, index) => ({ span, place: numberOf(index) }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ span }) => span);
        expect(messageFor(shuffled, plants)).toBeUndefined();
      }),
    );
  });

  it('notices any single change, and names the span that was changed', () => {
    fc.assert(
      fc.property(arbitraryPlants, fc.nat(), change, (plants, at, { apply }) => {
        const spans = spansOf(plants);
        const index = at % spans.length;
        const before = spans[index];
        if (!before) throw new Error('a plant has at least one span');
        const after = apply(before);
        const explanation = explain(spans.with(index, after), plants);
        const said = `${explanation?.sought} ${explanation?.found}`;
        expect(explanation?.spans).not.toEqual([]);
        expect(said).toSatisfy(
          (text: string) => text.includes(before.name) || text.includes(after.name),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with trying every assignment, and always has something to say', () => {
    fc.assert(
      fc.property(arbitraryPlants, fc.nat(), fc.boolean(), (plants, at, open) => {
        const shapes = shapesOf(plants).map(loosened);
        fc.pre(!canBeEmpty(shapes));
        const expected = shape(shapes, { open });
        const trace = new Trace(replanted(spansOf(plants), at));
        const message = compare(trace, expected)?.message;
        expect(message === undefined).toBe(fitsByTrying(trace, expected));
        expect((message ?? '').split('\n').every((line) => columnsOf(line) <= 100)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const event = { name: 'retry', time: 0n, attributes: {} };
const link = { traceId: 'f'.repeat(32), spanId: 'f'.repeat(16), attributes: {} };

/** Each changes one thing that the shape asks for. */
const change = fc.constantFrom<{ what: string; apply: (span: Span) => Span }>(
  { what: 'name', apply: (span) => ({ ...span, name: 'another' }) },
  { what: 'kind', apply: (span) => ({ ...span, kind: 'server' }) },
  { what: 'status', apply: (span) => ({ ...span, status: { code: 'ok' } }) },
  { what: 'attribute', apply: (span) => ({ ...span, attributes: { size: 3 } }) },
  { what: 'no attribute', apply: (span) => ({ ...span, attributes: {} }) },
  { what: 'event', apply: (span) => ({ ...span, events: [event] }) },
  { what: 'link', apply: (span) => ({ ...span, links: [link] }) },
  { what: 'scope', apply: (span) => ({ ...span, scope: { name: '' } }) },
  { what: 'resource', apply: (span) => ({ ...span, resource: {} }) },
  { what: 'end', apply: neverEnded },
  { what: 'parent', apply: (span) => ({ ...span, parent: { spanId: padId('bad') } }) },
);

function messageFor(spans: readonly Span[], plants: readonly Plant[]): string | undefined {
  return explain(spans, plants)?.message;
}

function explain(spans: readonly Span[], plants: readonly Plant[]): Explanation | undefined {
  return compare(new Trace(spans), shape(shapesOf(plants)));
}

function renumbered(span: Span): Span {
  const { spanId, parent } = span;
  return {
    ...span,
    traceId: 'c'.repeat(32),
    spanId: withAnotherDigit(spanId),
    ...(parent ? { parent: { ...parent, spanId: withAnotherDigit(parent.spanId) } } : {}),
  };
}

function withAnotherDigit(id: string): string {
  return id.replaceAll('0', 'e');
}

function moved(span: Span, startTime: bigint): Span {
  return { ...span, startTime, endTime: startTime + 5n };
}

/** Some spans doubled, gone, or under another parent. */
function replanted(spans: readonly Span[], at: number): Span[] {
  const kept = spans.filter((_, index) => at % 3 !== 0 || index !== at % spans.length);
  const twin = spans[at % spans.length];
  if (at % 5 !== 0 || !twin) return kept;
  const parent = spans[(at >> 4) % spans.length];
  return [...kept, { ...twin, spanId: padId('7e1'), ...(parent ? { parent } : {}) }];
}

/** Patterns, ranges and fields left out, by what the shape happens to ask for. */
function loosened(one: SpanShape): SpanShape {
  const { kind, status, attributes } = one.fields;
  const size = attributes?.['size'];
  return draw(
    size === 2 ? /^(order|charge)$/ : one.name,
    {
      ...(kind === 'client' || kind === undefined ? {} : { kind }),
      ...(status === 'error' || status === undefined ? {} : { status }),
      ...(size === 1 ? { count: between(0, 2) } : {}),
      ...(size === 2 ? { count: atLeast(1), open: true } : {}),
      ...(size === 0 ? { attributes: { size } } : {}),
    },
    one.children.map(loosened),
  );
}

function canBeEmpty(shapes: readonly SpanShape[]): boolean {
  return shapes.every(({ count }) => count.min === 0);
}
