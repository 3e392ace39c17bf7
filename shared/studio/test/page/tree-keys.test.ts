import { describe, expect, test } from 'vitest';
import { moveFor } from '../../src/page/tree-keys.ts';
import { pictureOf } from '../../src/picture/picture-of.ts';
import { chargeCard, checkStock, order } from '../fixtures/order.ts';

const { rows } = pictureOf([order, checkStock, chargeCard]);
const top = rows[0];
const none = new Set<string>();
const folded = new Set(top ? [top.key] : []);

describe('keys in the tree', () => {
  test('go along the rows, and not past their ends', () => {
    expect(moveFor('ArrowDown', 0, rows, none)).toEqual({ to: 1 });
    expect(moveFor('ArrowUp', 0, rows, none)).toEqual({ to: 0 });
    expect(moveFor('End', 0, rows, none)).toEqual({ to: 2 });
    expect(moveFor('PageDown', 0, rows, none)).toEqual({ to: 2 });
    expect(moveFor('Home', 2, rows, none)).toEqual({ to: 0 });
  });

  test('to the right unfold first, and then go inside', () => {
    expect(moveFor('ArrowRight', 0, rows, folded)).toEqual({ toggle: top });
    expect(moveFor('ArrowRight', 0, rows, none)).toEqual({ to: 1 });
    expect(moveFor('ArrowRight', 1, rows, none)).toEqual({});
  });

  test('to the left fold first, and then go to the parent', () => {
    expect(moveFor('ArrowLeft', 0, rows, none)).toEqual({ toggle: top });
    expect(moveFor('ArrowLeft', 2, rows, none)).toEqual({ to: 0 });
    expect(moveFor('ArrowLeft', 0, rows, folded)).toEqual({});
  });

  test('that mean nothing here are left to the browser', () => {
    expect(moveFor('a', 0, rows, none)).toBeUndefined();
    expect(moveFor('Tab', 0, rows, none)).toBeUndefined();
    expect(moveFor('ArrowDown', 0, [], none)).toBeUndefined();
  });
});
