import { Trace, overlay } from '@tracelings/trace-shape';
import { expect, test } from 'vitest';
import { movedLines } from '../../src/page/moved-lines.ts';
import { linesOf, shownRows } from '../../src/page/shown-rows.ts';
import { pictureOf } from '../../src/picture/picture-of.ts';
import { chargeCard, checkStock, meant, order } from '../fixtures/order.ts';

const nested = { ...chargeCard, parent: { spanId: checkStock.spanId } };
const spans = [order, checkStock, nested];
const said = { sought: '', found: '', spans: [], overlay: overlay(new Trace(spans), meant) };
const { rows } = pictureOf(spans, said);

test('a line leads from a moved span to its place, and there is none where one is folded away', () => {
  // 0 order, 1 check stock, 2 charge card, 3 its note, 4 where it belongs
  expect(movedLines(linesOf(rows))).toMatchObject([{ from: 2, to: 4, track: 0 }]);
  const folded = new Set(rows.filter(({ name }) => name === 'check stock').map(({ key }) => key));
  expect(movedLines(linesOf(shownRows(rows, { folded })))).toEqual([]);
});
