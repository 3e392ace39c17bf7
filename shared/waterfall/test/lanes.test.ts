import { Trace } from '@tracelings/trace-shape';
import { expect, test } from 'vitest';
import { lanesOf } from '../src/index.ts';
import { milliseconds, spanOf } from './fixtures/spans.ts';

test('Traces that lie together share one axis.', () => {
  const trace = new Trace([
    spanOf({ id: '1', from: 0, to: 10 }),
    spanOf({ id: '2', traceId: 'b', from: 50, to: 60 }),
  ]);
  expect(lanesOf(trace)).toStrictEqual([
    { traceIds: trace.traceIds, bounds: { start: 0n, end: milliseconds(60) } },
  ]);
});

test('Traces that lie far apart have an axis each.', () => {
  const trace = new Trace([
    spanOf({ id: '1', from: 0, to: 10 }),
    spanOf({ id: '2', traceId: 'b', from: 5_000, to: 5_010 }),
  ]);
  expect(lanesOf(trace).map(({ bounds }) => bounds.end - bounds.start)).toStrictEqual([
    milliseconds(10),
    milliseconds(10),
  ]);
});

test('A single trace has one axis, however little of it is work.', () => {
  const trace = new Trace([
    spanOf({ id: '1', from: 0, to: 0 }),
    spanOf({ id: '2', from: 5_000, to: 5_000 }),
  ]);
  expect(lanesOf(trace)).toHaveLength(1);
});
