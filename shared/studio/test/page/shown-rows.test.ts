import { describe, expect, test } from 'vitest';
import { linesOf, shownRows } from '../../src/page/shown-rows.ts';
import { pictureOf } from '../../src/picture/picture-of.ts';
import { chargeCard, checkStock, order } from '../fixtures/order.ts';
import { spanOf } from '../fixtures/spans.ts';

// order
// ├─ check stock
// │  └─ count
// └─ charge card
// other
const count = spanOf({ id: '7', under: '2', name: 'count', from: 2 });
const other = spanOf({ id: '8', name: 'other', traceId: 'b'.repeat(32), from: 25, to: 30 });
const { rows } = pictureOf([order, checkStock, count, chargeCard, other]);

function names(folded: readonly string[], trace?: number): string[] {
  const keys = new Set(rows.filter(({ name }) => folded.includes(name)).map(({ key }) => key));
  return shownRows(rows, { folded: keys, trace }).map(({ name }) => name);
}

describe('the rows that are shown', () => {
  test('are all of them, where nothing is folded', () => {
    expect(names([])).toEqual(['order', 'check stock', 'count', 'charge card', 'other']);
  });

  test('leave out what is below a folded row, however deep', () => {
    expect(names(['check stock'])).toEqual(['order', 'check stock', 'charge card', 'other']);
    expect(names(['order', 'check stock'])).toEqual(['order', 'other']);
  });

  test('are those of one trace, where one is chosen', () => {
    expect(names([], 1)).toEqual(['other']);
  });

  test('have a line of their own for what is wrong about them', () => {
    const said = { sought: 'an end', found: 'none', spans: [checkStock] };
    const lines = linesOf(pictureOf([order, checkStock], said).rows);
    expect(lines.map(({ row, note }) => note ?? row.name)).toEqual([
      'order',
      'check stock',
      'Expected an end. Found none.',
    ]);
  });
});
