import { expect, test } from 'vitest';
import { cellFor } from '../../src/page/grid-keys.ts';

const size = { rows: 30, columns: 6 };
const at = { row: 2, column: 1 };

test.each([
  ['ArrowUp', false, { row: 1, column: 1 }],
  ['ArrowDown', false, { row: 3, column: 1 }],
  ['ArrowLeft', false, { row: 2, column: 0 }],
  ['ArrowRight', false, { row: 2, column: 2 }],
  ['PageUp', false, { row: 0, column: 1 }],
  ['PageDown', false, { row: 12, column: 1 }],
  ['Home', false, { row: 2, column: 0 }],
  ['End', false, { row: 2, column: 5 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 29, column: 5 }],
])('%s with Ctrl %s goes to %o', (key, ctrlKey, place) => {
  expect(cellFor({ key, ctrlKey }, at, size)).toEqual(place);
});

test('no key leaves the grid, and others do nothing', () => {
  expect(cellFor({ key: 'ArrowDown', ctrlKey: false }, { row: 29, column: 5 }, size)).toEqual({
    row: 29,
    column: 5,
  });
  expect(cellFor({ key: 'Tab', ctrlKey: false }, at, size)).toBeUndefined();
});
