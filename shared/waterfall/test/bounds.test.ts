import { describe, expect, test } from 'vitest';
import { boundsOf, placeOf } from '../src/index.ts';
import { milliseconds, spanOf } from './fixtures/spans.ts';

describe('bounds', () => {
  test('reach from the first start to the last end', () => {
    const spans = [spanOf({ id: '1', from: 5, to: 20 }), spanOf({ id: '2', from: 2, to: 9 })];
    expect(boundsOf(spans)).toStrictEqual({ start: milliseconds(2), end: milliseconds(20) });
  });

  test('hold an event that came after every end, and the start of a span that never ended', () => {
    const late = { name: 'late', time: milliseconds(30), attributes: {} };
    const spans = [{ ...spanOf({ id: '1', to: 20 }), events: [late] }];
    expect(boundsOf(spans).end).toBe(milliseconds(30));
    expect(boundsOf([...spans, spanOf({ id: '2', from: 40, to: 'open' })]).end).toBe(
      milliseconds(40),
    );
  });

  test('are never empty, so that a place can be divided by them', () => {
    expect(boundsOf([])).toStrictEqual({ start: 0n, end: 1n });
    const instant = spanOf({ id: '1', from: 3, to: 3 });
    expect(placeOf(boundsOf([instant]), instant)).toStrictEqual({ from: 0, to: 0 });
  });
});

describe('a bar', () => {
  const bounds = { start: milliseconds(100), end: milliseconds(200) };

  test.for([
    ['inside', 125, 150, { from: 0.25, to: 0.5 }],
    ['over both edges', 50, 250, { from: 0, to: 1 }],
    ['of a clock that was set back', 150, 120, { from: 0.5, to: 0.5 }],
    ['without an end', 150, 'open', { from: 0.5, to: 1 }],
  ] as const)('stands where its times are: %s', ([, from, to, place]) => {
    expect(placeOf(bounds, spanOf({ id: '1', from, to }))).toStrictEqual(place);
  });
});
