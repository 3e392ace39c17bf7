import { Trace } from '@tracelings/trace-shape';
import { columnsOf } from '@tracelings/trace-shape/text';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { linesScreen } from '../../src/screen/line.ts';
import { type WaterfallOptions, waterfallLines } from '../../src/screen/waterfall.ts';
import { milliseconds, spanOf } from '../fixtures/spans.ts';

// POST /orders · server             in gateway
// ├─ check stock                    in inventory
// └─ charge card · client · error   in gateway, with an exception
// notify · never ended              linked to POST /orders
const root = spanOf({ id: '1', name: 'POST /orders', kind: 'server', from: 0, to: 100 });
const charge = spanOf({
  id: '3',
  under: '1',
  name: 'charge card',
  kind: 'client',
  from: 30,
  to: 90,
  status: { code: 'error', message: 'card declined' },
  attributes: { 'shop.euros': 42 },
  events: [{ name: 'exception', time: milliseconds(60), attributes: {} }],
});
const notify = spanOf({
  id: '4',
  traceId: 'b'.repeat(32),
  name: 'notify',
  from: 80,
  links: [{ traceId: root.traceId, spanId: root.spanId, attributes: {} }],
});
const order = new Trace([
  root,
  spanOf({ id: '2', under: '1', name: 'check stock', from: 5, to: 25, service: 'inventory' }),
  charge,
  notify,
]);

describe('a waterfall', () => {
  test('has the tree, bars in proportion, lengths, events, links and what never ended', () => {
    expect(drawn(order, { width: 80, marked: charge })).toMatchInlineSnapshot(`
      "                                             ╷0          ╷50 ms
      POST /orders · in shop · server              █████████████████████████    100 ms
      ├─ check stock · in inventory                 █████                        20 ms
      └─ ▶ charge card · in shop · client · error…        ████████◆███████       60 ms
              in shop · client · error: card declined
              shop.euros = 42
              event exception
      notify · in shop · never ended                                   ░░░░░      open
           link to POST /orders"
    `);
  });

  test.for([40, 60, 80, 140])('keeps within %i columns', (width) => {
    const lines = drawn(order, { width, marked: charge }).split('\n');
    expect(lines.filter((line) => columnsOf(line) > width)).toStrictEqual([]);
  });

  test('folds five thousand spans, and still shows the one that is marked', () => {
    const many = Array.from({ length: 5_000 }, (_none, index) =>
      spanOf({
        id: (index + 16).toString(16),
        under: '1',
        name: 'poll',
        from: index / 60,
        to: index / 60 + 0.01,
      }),
    );
    const trace = new Trace([root, charge, ...many]);
    expect(drawn(trace, { width: 80, most: 5, marked: many[2_500] })).toMatchInlineSnapshot(`
      "                                        ╷0             ╷50 ms
      POST /orders · server                   ██████████████████████████████    100 ms
      ├─ poll                                 ▏                                  10 µs
      ├─ poll                                 ▏                                  10 µs
      ├─ poll                                 ▏                                  10 µs
      ├─ … 2498 spans: 2497 × poll and others ▏▏▏▏▏▏▏▏▏▏▏▏▏██████████████
      ├─ ▶ poll                                           ▏                      10 µs
      └─ … 2499 spans: 2499 × poll                        ▏▏▏▏▏▏▏▏▏▏▏▏▏"
    `);
    expect(drawn(trace, { width: 80, most: Infinity }).split('\n')).toHaveLength(5_003);
  });

  test('draws a tree that is deeper than the screen is wide', () => {
    const line = Array.from({ length: 60 }, (_none, index) =>
      spanOf({
        id: (index + 1).toString(16),
        ...(index > 0 && { under: index.toString(16) }),
        from: index,
        to: 60,
      }),
    );
    const last = drawn(new Trace(line), { width: 80, most: 60 }).split('\n').at(-1);
    expect(last).toContain('└─ span 3c');
  });

  test('shows a hostile name for what it is', () => {
    const hostile = spanOf({ id: '1', name: 'a\u001B[2J\nb\u202E', from: 0, to: 1 });
    expect(drawn(new Trace([hostile]), { width: 80 })).toContain(String.raw`a\x1b[2J\nb\u202e`);
  });

  test('says that there are no spans', () => {
    expect(drawn(new Trace([]), { width: 80 })).toBe('(no spans)');
  });
});

function drawn(trace: Trace, options: Partial<WaterfallOptions> & { width: number }): string {
  return linesScreen(waterfallLines(trace, { most: 40, ...options }), plain);
}
