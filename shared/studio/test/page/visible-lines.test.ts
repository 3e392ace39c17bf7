import { describe, expect, test } from 'vitest';
import { scrollTo, viewOf } from '../../src/page/visible-lines.ts';

const scroll = { top: 0, height: 300, lineHeight: 30 };

describe('the lines to draw', () => {
  test('are few, however many there are', () => {
    const { first, end } = viewOf(100_000, { ...scroll, top: 1_500_000 });
    expect(first).toBeLessThanOrEqual(50_000);
    expect(end).toBeGreaterThanOrEqual(50_010);
    expect(end - first).toBeLessThan(50);
  });

  test('are all of a few', () => {
    expect(viewOf(5, scroll)).toEqual({ first: 0, end: 5 });
    expect(viewOf(0, scroll)).toEqual({ first: 0, end: 0 });
  });

  test('stay within the list where the scroll is past its end', () => {
    expect(viewOf(5, { ...scroll, top: 90_000 })).toEqual({ first: 5, end: 5 });
  });
});

describe('scrolling to a line', () => {
  test('goes as far as it takes to see it, and nowhere if it is seen', () => {
    const half = { ...scroll, top: 600 };
    expect(scrollTo(25, half)).toBe(600);
    expect(scrollTo(10, half)).toBe(300);
    expect(scrollTo(40, half)).toBe(930);
  });
});
