import { describe, expect, it } from 'vitest';

import type { Span } from '../src/span.ts';
import { Trace } from '../src/trace.ts';
import { makeSpan, neverEnded } from './fixtures/make-span.ts';

// place order
// ├─ check stock
// │  └─ query
// └─ charge card
const placeOrder = makeSpan({ spanId: 'a', name: 'place order', startTime: 10n });
const checkStock = makeSpan({ spanId: 'b', parentId: 'a', name: 'check stock', startTime: 20n });
const query = makeSpan({ spanId: 'c', parentId: 'b', name: 'query', startTime: 25n });
const chargeCard = makeSpan({ spanId: 'd', parentId: 'a', name: 'charge card', startTime: 30n });
const order = [placeOrder, checkStock, query, chargeCard];

describe('Trace', () => {
  it('lists parents before children and siblings by start, whatever the order of arrival', () => {
    const trace = new Trace([query, chargeCard, checkStock, placeOrder]);
    expect(trace.spans).toEqual(order);
    expect(trace.roots).toEqual([placeOrder]);
    expect(trace.orphans).toEqual([]);
    expect(trace.isEmpty).toBe(false);
  });

  it('answers parent, children, depth and path', () => {
    const trace = new Trace(order);
    expect(trace.parentOf(query)).toBe(checkStock);
    expect(trace.parentOf(placeOrder)).toBeUndefined();
    expect(trace.childrenOf(placeOrder)).toEqual([checkStock, chargeCard]);
    expect(trace.childrenOf(query)).toEqual([]);
    expect(order.map((span) => trace.depthOf(span))).toEqual([0, 1, 2, 1]);
    expect(trace.pathOf(query)).toEqual(['place order', 'check stock', 'query']);
  });

  it('finds a span by its ids', () => {
    const trace = new Trace(order);
    expect(trace.find(query.traceId, query.spanId)).toBe(query);
    expect(trace.find(query.traceId, 'f'.repeat(16))).toBeUndefined();
    expect(trace.find('f'.repeat(32), query.spanId)).toBeUndefined();
  });

  it('keeps the order of arrival where starts are equal, whatever the ends', () => {
    const spans = [
      neverEnded(makeSpan({ spanId: '2', name: 'first' })),
      makeSpan({ spanId: '1', name: 'second', endTime: 30n }),
      makeSpan({ spanId: '3', name: 'third', endTime: 20n }),
    ];
    expect(namesOf(new Trace(spans).spans)).toEqual(['first', 'second', 'third']);
  });

  it('tells times apart that one double cannot', () => {
    const later = makeSpan({ spanId: '1', name: 'later', startTime: 1_544_712_660_000_000_001n });
    const sooner = makeSpan({ spanId: '2', name: 'sooner', startTime: 1_544_712_660_000_000_000n });
    expect(namesOf(new Trace([later, sooner]).spans)).toEqual(['sooner', 'later']);
  });

  it('is empty without spans', () => {
    const trace = new Trace([]);
    expect(trace.isEmpty).toBe(true);
    expect([trace.spans, trace.roots, trace.orphans, trace.open, trace.traceIds]).toEqual(
      Array.from({ length: 5 }, () => []),
    );
  });

  it('takes no notice of later changes to the list it was made from', () => {
    const spans = [placeOrder];
    const trace = new Trace(spans);
    spans.push(checkStock);
    expect(trace.spans).toEqual([placeOrder]);
  });

  it('refuses to answer about a span of another trace', () => {
    const stranger = makeSpan({ spanId: 'a', name: 'place order' });
    expect(() => new Trace(order).parentOf(stranger)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: The span "place order" is not one of this trace's 4 spans. A span read from another source is another object: look it up with trace.find(traceId, spanId).]`,
    );
  });
});

describe('roots, orphans and open spans', () => {
  it('counts a span whose remote parent is elsewhere as a root', () => {
    const entry = makeSpan({ parent: { spanId: '9'.repeat(16), isRemote: true } });
    const trace = new Trace([entry]);
    expect(trace.roots).toEqual([entry]);
    expect(trace.orphans).toEqual([]);
  });

  it.for([
    ['local', { isRemote: false }],
    ['of unknown place', {}],
  ] as const)('counts a span whose %s parent is not here as an orphan', ([, remoteness]) => {
    const lost = makeSpan({ parent: { spanId: '9'.repeat(16), ...remoteness } });
    const trace = new Trace([lost]);
    expect(trace.orphans).toEqual([lost]);
    expect(trace.roots).toEqual([]);
  });

  it('joins two services where the remote parent is here', () => {
    const entry = makeSpan({ spanId: '2', parent: { spanId: placeOrder.spanId, isRemote: true } });
    const trace = new Trace([entry, placeOrder]);
    expect(trace.roots).toEqual([placeOrder]);
    expect(trace.parentOf(entry)).toBe(placeOrder);
  });

  it('looks for a parent in the same trace id only', () => {
    const other = makeSpan({ spanId: 'b', parentId: 'a', traceId: 'f'.repeat(32) });
    const trace = new Trace([placeOrder, other]);
    expect(trace.orphans).toEqual([other]);
    expect(trace.traceIds).toHaveLength(2);
  });

  it('lists the spans that never ended in tree order', () => {
    const open = [neverEnded(checkStock), neverEnded(query)];
    expect(new Trace([...open.toReversed(), placeOrder]).open).toEqual(open);
  });
});

describe('traces that no tree can hold', { timeout: 60_000 }, () => {
  // a ─▶ b ─▶ c ─▶ a, and d below c
  const circle = [
    makeSpan({ spanId: 'a', parentId: 'c', name: 'a', startTime: 3n }),
    makeSpan({ spanId: 'b', parentId: 'a', name: 'b', startTime: 1n }),
    makeSpan({ spanId: 'c', parentId: 'b', name: 'c', startTime: 2n }),
    makeSpan({ spanId: 'd', parentId: 'c', name: 'd', startTime: 0n }),
  ];

  it('opens a circle of parents at its earliest span, which becomes an orphan', () => {
    const trace = new Trace(circle);
    expect(namesOf(trace.orphans)).toEqual(['b']);
    expect(namesOf(trace.spans)).toEqual(['b', 'c', 'd', 'a']);
    expect(trace.roots).toEqual([]);
  });

  it('opens it at the same span whatever the order of arrival, even where times are equal', () => {
    const simultaneous = circle.map((span) => Object.assign({}, span, { startTime: 1n }));
    const forwards = new Trace(simultaneous);
    const backwards = new Trace(simultaneous.toReversed());
    expect(namesOf(forwards.orphans)).toEqual(['a']);
    expect(namesOf(backwards.orphans)).toEqual(['a']);
  });

  it('treats a span that is its own parent as an orphan, remote or not', () => {
    const own = makeSpan({ spanId: 'a', parent: { spanId: '0'.repeat(15) + 'a', isRemote: true } });
    expect(new Trace([own]).orphans).toEqual([own]);
  });

  it('keeps both of two spans with the same ids, and hangs children under the earlier', () => {
    const twin = makeSpan({ spanId: 'a', name: 'twin', startTime: 11n });
    const trace = new Trace([twin, ...order]);
    expect(trace.spans).toHaveLength(5);
    expect(trace.find(twin.traceId, twin.spanId)).toBe(placeOrder);
    expect(trace.childrenOf(twin)).toEqual([]);
  });

  it('counts the same object once', () => {
    expect(new Trace([placeOrder, placeOrder]).spans).toEqual([placeOrder]);
  });

  it('holds a chain and a circle of 50,000 spans without overflowing the stack', () => {
    const chain = makeChain(50_000);
    const trace = new Trace(chain.toReversed());
    const last = chain.at(-1);
    expect(last && trace.depthOf(last)).toBe(49_999);
    expect(last && trace.pathOf(last)).toHaveLength(50_000);

    const [first, ...rest] = chain;
    const closed = new Trace([{ ...must(first), parent: { spanId: must(last).spanId } }, ...rest]);
    expect(closed.orphans).toHaveLength(1);
    expect(closed.spans).toHaveLength(50_000);
  });
});

function makeChain(length: number): Span[] {
  return Array.from({ length }, (_, index) => {
    const parent = index === 0 ? {} : { parentId: index.toString(16) };
    return makeSpan({ spanId: (index + 1).toString(16), ...parent, startTime: BigInt(index) });
  });
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The fixture is empty.');
  return value;
}

function namesOf(spans: readonly Span[]): string[] {
  return spans.map((span) => span.name);
}
