import { describe, expect, it } from 'vitest';

import { compare, type ExpectedSpan, overlay, shape, span, Trace } from '../src/index.ts';
import { makeSpan } from './fixtures/make-span.ts';
import { chargeCard, checkStock, order, postOrders } from './fixtures/order.ts';

/** `charge card!moved`, children indented. */
function drawn(expected: readonly ExpectedSpan[], indent = ''): string {
  return expected
    .map(({ name, state, children }) => {
      const mark = state === 'found' ? '' : ` ${state}`;
      return `${indent}${name}${mark}\n${drawn(children, `${indent}  `)}`;
    })
    .join('');
}

describe('overlay', () => {
  it('finds every span of a trace that has the shape', () => {
    const { expected, ...differences } = overlay(
      new Trace([postOrders, checkStock, chargeCard]),
      order,
    );
    expect(drawn(expected)).toBe('POST /orders\n  check stock\n  /^charge/\n');
    expect(expected[0]?.children[1]?.facts).toEqual(['client', 'at least 1']);
    expect(differences).toEqual({ missing: [], moved: [], differing: [], unexpected: [] });
  });

  it('puts a missing span under the one it belongs to', () => {
    const { expected, missing } = overlay(new Trace([postOrders, chargeCard]), order);
    expect(missing).toEqual([{ under: postOrders, name: 'check stock', facts: [], count: 1 }]);
    expect(drawn(expected)).toBe('POST /orders\n  check stock missing\n  /^charge/\n');
  });

  it('misses everything in an empty trace, and all that is beneath', () => {
    const { expected, missing } = overlay(new Trace([]), order);
    expect(missing.map(({ name, under }) => [name, under])).toEqual([['POST /orders', undefined]]);
    expect(drawn(expected)).toBe(
      'POST /orders missing\n  check stock missing\n  /^charge/ missing\n',
    );
  });

  // POST /orders            POST /orders
  // ├─ check stock    for   └─ check stock
  // └─ charge card             └─ charge card
  it('says where a span belongs that hangs elsewhere', () => {
    const nested = { ...chargeCard, parent: { spanId: checkStock.spanId } };
    const { expected, moved, missing } = overlay(
      new Trace([postOrders, checkStock, nested]),
      order,
    );
    expect(moved).toEqual([{ span: nested, to: postOrders }]);
    expect(missing).toEqual([]);
    expect(drawn(expected)).toBe('POST /orders\n  check stock\n  /^charge/ moved\n');
  });

  it('finds the same where other spans are welcome', () => {
    const nested = { ...chargeCard, parent: { spanId: checkStock.spanId } };
    const stranger = makeSpan({ spanId: '9', parentId: '2', name: 'count twice' });
    const open = shape(order.spans, { open: true });
    const laid = overlay(new Trace([postOrders, checkStock, nested, stranger]), open);
    expect(laid.moved).toEqual([{ span: nested, to: postOrders }]);
    expect(laid.unexpected).toEqual([]);
  });

  it('names a span that belongs at the top without a parent for it', () => {
    const nested = makeSpan({ spanId: '9', parentId: '1', name: 'send receipt' });
    const both = shape([span('POST /orders'), span('send receipt')]);
    const { moved } = overlay(new Trace([postOrders, nested]), both);
    expect(moved).toEqual([{ span: nested }]);
  });

  it('lists all that differs about spans, and not the first of it alone', () => {
    const spans = [{ ...postOrders, status: { code: 'unset' as const } }, checkStock];
    const plain = { ...chargeCard, kind: 'internal' as const };
    const { expected, differing } = overlay(new Trace([...spans, plain]), order);
    expect(differing.map(({ span: { name }, wanted, had }) => [name, wanted, had])).toEqual([
      ['POST /orders', 'status error', 'status unset'],
      ['charge card', 'kind client', 'kind internal'],
    ]);
    expect(drawn(expected)).toBe('POST /orders differs\n  check stock\n  /^charge/ differs\n');
  });

  it('lists what nobody asked for, unless others are welcome', () => {
    const stranger = makeSpan({ spanId: '9', parentId: '2', name: 'count twice' });
    const spans = [postOrders, checkStock, chargeCard, stranger];
    expect(overlay(new Trace(spans), order).unexpected).toEqual([stranger]);
    const open = shape([span('POST /orders')], { open: true });
    expect(overlay(new Trace(spans), open).unexpected).toEqual([]);
  });

  it('has a shape to work with in each explanation of compare', () => {
    const explanation = compare(new Trace([postOrders]), order);
    expect(explanation?.shape).toBe(order);
    expect(explanation?.with({ next: 'look again' }).shape).toBe(order);
  });
});
