import { type Span, Trace } from '@tracelings/trace-shape';
import { describe, expect, test } from 'vitest';
import { type Row, rowsOf } from '../src/index.ts';
import { spanOf } from './fixtures/spans.ts';

// order
// ├─ stock
// │  └─ lock
// └─ charge
//    └─ bank
const order = new Trace([
  spanOf({ id: '1', name: 'order', to: 100 }),
  spanOf({ id: '2', name: 'stock', parent: '1', from: 1 }),
  spanOf({ id: '3', name: 'lock', parent: '2', from: 2 }),
  spanOf({ id: '4', name: 'charge', parent: '1', from: 20, to: 90 }),
  spanOf({ id: '5', name: 'bank', parent: '4', from: 30, to: 80 }),
]);

describe('the rows of a trace', () => {
  test('are one a span, where nothing is folded', () => {
    expect(drawn(rowsOf(order))).toMatchInlineSnapshot(`
      "order
      ├─ stock
      │  └─ lock
      └─ charge
         └─ bank"
    `);
  });

  test('are none for no spans', () => {
    expect(rowsOf(new Trace([]))).toStrictEqual([]);
  });

  test('are chosen level by level, and what is left out is counted', () => {
    expect(drawn(rowsOf(order, { most: 2 }))).toMatchInlineSnapshot(`
      "order
      ├─ stock
      │  └─ lock
      └─ … 2 spans"
    `);
  });

  test('hold the span to keep, with its ancestors', () => {
    expect(drawn(rowsOf(order, { most: 3, keep: isBank }))).toMatchInlineSnapshot(`
      "order
      ├─ … 2 spans
      └─ charge
         └─ bank"
    `);
  });

  test('show what failed and what never ended among thousands', () => {
    const many = Array.from({ length: 5_000 }, (_none, index) =>
      spanOf({ id: (index + 2).toString(16), parent: '1', from: index, name: 'poll' }),
    );
    const failed = spanOf({ id: 'f001', parent: '1', from: 2_000.5, name: 'charge', failed: true });
    const open = spanOf({ id: 'f002', parent: '1', from: 4_000.5, name: 'notify', to: 'open' });
    const trace = new Trace([spanOf({ id: '1', name: 'order', to: 6_000 }), ...many, failed, open]);
    expect(drawn(rowsOf(trace, { most: 6 }))).toMatchInlineSnapshot(`
      "order
      ├─ poll
      ├─ poll
      ├─ poll
      ├─ … 1998 spans
      ├─ charge
      ├─ … 2000 spans
      ├─ notify
      └─ … 999 spans"
    `);
  });

  test('fold a line that is deeper than there is room for, with the span to keep in the fold', () => {
    const line = Array.from({ length: 100_000 }, (_none, index) =>
      spanOf({ id: (index + 1).toString(16), ...(index > 0 && { parent: index.toString(16) }) }),
    );
    const last = line.at(-1);
    const rows = rowsOf(new Trace(line), { most: 10, keep: (span) => span === last });
    expect(rows).toHaveLength(11);
    const fold = rows.at(-1);
    expect(fold?.kind === 'fold' && last !== undefined && fold.spans.includes(last)).toBe(true);
  });

  test.for([1, 2, 3, 4, 5, 6])('lose no span when %d are shown', (most) => {
    const spans = rowsOf(order, { most }).flatMap((row) =>
      row.kind === 'span' ? [row.span] : row.spans,
    );
    expect(new Set(spans)).toStrictEqual(new Set(order.spans));
    expect(spans).toHaveLength(order.spans.length);
  });
});

function isBank({ name }: Span): boolean {
  return name === 'bank';
}

function drawn(rows: readonly Row[]): string {
  return rows
    .map((row) => {
      const guides = row.guides.map((goesOn) => (goesOn ? '│  ' : '   ')).join('');
      const branch = row.depth === 0 ? '' : `${guides}${row.isLast ? '└─ ' : '├─ '}`;
      return `${branch}${row.kind === 'span' ? row.span.name : `… ${row.spans.length} spans`}`;
    })
    .join('\n');
}
