import { describe, expect, test } from 'vitest';
import { barOf, scaleOf } from '../../src/screen/bar.ts';
import { milliseconds, spanOf } from '../fixtures/spans.ts';

const bounds = { start: 0n, end: milliseconds(100) };

describe('a bar', () => {
  test.for([
    ['its share of the columns', { from: 20, to: 60 }, '  ████    '],
    ['all of them', { from: 0, to: 100 }, '██████████'],
    ['a stroke where it is too brief for a column', { from: 50, to: 51 }, '     ▏    '],
    ['a stroke at the very end', { from: 100, to: 100 }, '         ▏'],
    ['up to the edge where it never ended', { from: 70 }, '       ░░░'],
  ] as const)('takes %s', ([, times, bar]) => {
    expect(barOf([spanOf({ id: '1', ...times })], bounds, 10)).toBe(bar);
  });

  test('has its events upon it', () => {
    const events = [25, 100].map((time) => ({
      name: 'event',
      time: milliseconds(time),
      attributes: {},
    }));
    const span = spanOf({ id: '1', from: 0, to: 100, events });
    expect(barOf([span], bounds, 10)).toBe('██◆██████◆');
  });

  test('of a fold shows when any of its spans ran', () => {
    const spans = [spanOf({ id: '1', from: 0, to: 20 }), spanOf({ id: '2', from: 60, to: 80 })];
    expect(barOf(spans, bounds, 10)).toBe('██    ██  ');
  });
});

test.for([
  [80, '╷0              ╷20 ms          ╷40 ms          ╷60 ms          ╷80 ms'],
  [30, '╷0             ╷50 ms'],
  [8, '╷0'],
] as const)('The times above %i columns leave each other room.', ([columns, scale]) => {
  expect(scaleOf(bounds, columns)).toBe(scale);
});
