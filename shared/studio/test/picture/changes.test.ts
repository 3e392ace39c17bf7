import type { Span } from '@tracelings/trace-shape';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/picture/changes.ts';
import { pictureOf } from '../../src/picture/picture-of.ts';
import { chargeCard, checkStock, order } from '../fixtures/order.ts';

function changes(before: readonly Span[], after: readonly Span[]): string[] {
  return changesBetween(pictureOf(before), pictureOf(after)).map(
    ({ name, what }) => `${name} ${what}`,
  );
}

const base = [order, checkStock, chargeCard];

describe('what a save changed', () => {
  test('is nothing where only times differ', () => {
    const slower = base.map((span) => ({ ...span, startTime: span.startTime + 1n }));
    expect(changes(base, slower)).toEqual([]);
  });

  test('is told of spans that came and went', () => {
    expect(changes([order], base)).toEqual(['check stock is new', 'charge card is new']);
    expect(changes(base, [order, checkStock])).toEqual(['charge card is gone']);
    const twice = { ...checkStock, spanId: '9'.repeat(16) };
    expect(changes(base, [...base, twice])).toEqual(['check stock is there 1 times more']);
  });

  test('is told of spans that hang elsewhere, end, or say something else', () => {
    const nested = { ...chargeCard, parent: { spanId: checkStock.spanId } };
    const { parent: _parent, ...alone } = chargeCard;
    const { endTime: _end, ...open } = checkStock;
    const silent = { ...chargeCard, attributes: {} };
    const failed = { ...checkStock, status: { code: 'error' as const } };
    expect(changes(base, [order, checkStock, nested])).toEqual([
      'charge card is now under check stock',
    ]);
    expect(changes(base, [order, checkStock, alone])).toEqual(['charge card is now at the top']);
    expect(changes([order, open], [order, checkStock])).toEqual(['check stock ends now']);
    expect(changes([order, checkStock], [order, open])).toEqual(['check stock never ends now']);
    expect(changes(base, [order, checkStock, silent])).toEqual([
      'charge card has other attributes',
    ]);
    expect(changes(base, [order, failed, chargeCard])).toEqual(['check stock is now: error']);
  });
});
