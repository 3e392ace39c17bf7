import { describe, expect, it } from 'vitest';

import {
  atLeast,
  atMost,
  between,
  compare,
  expectShape,
  Explanation,
  noSpans,
  shape,
  span,
  Trace,
} from '../src/index.ts';
import { makeSpan } from './fixtures/make-span.ts';
import { chargeCard, checkStock, messageFor, order, postOrders } from './fixtures/order.ts';

describe('compare', () => {
  it('has nothing to say about a trace that has the shape, in any order', () => {
    expect(compare(new Trace([chargeCard, postOrders, checkStock]), order)).toBeUndefined();
  });

  it('lets several roots be in one trace or in several', () => {
    const other = makeSpan({ spanId: '9', name: 'send receipt', traceId: 'a'.repeat(32) });
    const both = shape([span('send receipt'), span('check stock')]);
    const { parent, ...root } = checkStock;
    expect(parent).toBeDefined();
    expect(messageFor([root, other], both)).toBe('it fits');
    expect(messageFor([{ ...root, traceId: other.traceId }, other], both)).toBe('it fits');
  });

  it('counts spans', () => {
    const attempts = [1, 2, 3].map((id) => makeSpan({ spanId: `${id}`, name: 'try' }));
    const fits = [3, atLeast(2), atLeast(3), between(1, 3)];
    const differs = [1, 2, 4, atLeast(4), between(1, 2)];
    const comparedTo = (count: (typeof fits)[number]) =>
      compare(new Trace(attempts), shape([span('try', { count })]))?.kind;
    expect(fits.map(comparedTo)).toEqual(fits.map(() => undefined));
    expect(differs.map(comparedTo)).toEqual(differs.map(() => 'count'));
  });

  it('allows an optional span to be there and to be absent', () => {
    const expected = shape([span('POST /orders', [span(/^charge|^check/, { count: atMost(1) })])]);
    expect(messageFor([postOrders], expected)).toBe('it fits');
    expect(messageFor([postOrders, checkStock], expected)).toBe('it fits');
    expect(compare(new Trace([postOrders, checkStock, chargeCard]), expected)?.kind).toBe('count');
  });

  it('gives a span to the pattern that needs it when two could take it', () => {
    const expected = shape([span(/o/), span('one')]);
    const spans = ['one', 'two'].map((name, id) => makeSpan({ spanId: `${id + 1}`, name }));
    expect(messageFor(spans, expected)).toBe('it fits');
    expect(messageFor(spans.toReversed(), expected)).toBe('it fits');
  });

  it('welcomes other spans where the shape is open', () => {
    const spans = [postOrders, checkStock, chargeCard];
    expect(messageFor(spans, shape([span('POST /orders')]))).not.toBe('it fits');
    expect(messageFor(spans, shape([span('POST /orders', { open: true })]))).toBe('it fits');
    expect(messageFor(spans, shape([span('POST /orders')], { open: true }))).toBe('it fits');
  });

  it('never accepts an empty trace, unless no span is asked for', () => {
    const empty = new Trace([]);
    const shapes = [
      shape([span('a')], { open: true }),
      shape([span(/.*/), span('b', { count: atMost(3) })]),
      shape([span('a', { count: atLeast(1) }), span('b', { count: 0 })], { open: true }),
    ];
    expect(shapes.map((one) => compare(empty, one)?.kind)).toEqual(shapes.map(() => 'nothing'));
    expect(compare(empty, noSpans())).toBeUndefined();
  });

  it('takes 20,000 spans under each other, in the trace and in the shape', () => {
    const depth = 20_000;
    const spans = Array.from({ length: depth }, (_, index) =>
      makeSpan({
        spanId: (index + 1).toString(16),
        name: 'call',
        ...(index === 0 ? {} : { parentId: index.toString(16) }),
      }),
    );
    let expected = span('call');
    for (let level = 1; level < depth; level += 1) expected = span('call', [expected]);
    expect(messageFor(spans, shape([expected]))).toBe('it fits');
    expect(compare(new Trace(spans.slice(0, -1)), shape([expected]))?.kind).toBe('missing');
  });
});

describe('expectShape', () => {
  it('throws the explanation', () => {
    expect(() => expectShape(new Trace([postOrders]), order)).toThrow(Explanation);
  });

  it('is silent about a trace that has the shape', () => {
    expect(() => expectShape(new Trace([chargeCard, postOrders, checkStock]), order)).not.toThrow();
  });
});
