import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../src/index.ts';

const seeds = fc.oneof(fc.integer(), fc.string());

function drawAll(random: Random): unknown[] {
  return [
    random.fraction(),
    random.integer(-5, 5),
    random.chance(),
    random.pick(['card', 'cash', 'voucher']),
    random.hex(32),
    random.id('order'),
    random.shuffle([1, 2, 3, 4, 5]),
  ];
}

function numbers(one: number, other: number): number {
  return one - other;
}

describe('random inputs', () => {
  it('are the same for the same seed, on every machine', () => {
    expect(drawAll(new Random(7))).toMatchInlineSnapshot(`
      [
        0.842297488756337,
        1,
        true,
        "card",
        "da7e9c169d1a5db3522d9eab9d73f53c",
        "order-f5d8bf0f",
        [
          1,
          2,
          4,
          5,
          3,
        ],
      ]
    `);
  });

  it('are the same for a number and for its text', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(drawAll(new Random(seed))).toEqual(drawAll(new Random(String(seed))));
      }),
    );
  });

  it('differ from seed to seed and from draw to draw', () => {
    fc.assert(
      fc.property(fc.uniqueArray(seeds, { selector: String, minLength: 2 }), (different) => {
        const drawn = different.flatMap((seed) => {
          const random = new Random(seed);
          return [random.hex(32), random.hex(32)];
        });
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });

  it('keep to their bounds', () => {
    fc.assert(
      fc.property(seeds, fc.integer(), fc.nat(), (seed, low, span) => {
        const random = new Random(seed);
        const whole = random.integer(low, low + span);
        expect(Number.isInteger(whole)).toBe(true);
        expect(whole).toBeGreaterThanOrEqual(low);
        expect(whole).toBeLessThanOrEqual(low + span);
        const fraction = random.fraction();
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThan(1);
      }),
    );
  });

  it('reach both bounds', () => {
    const random = new Random(1);
    const drawn = new Set(Array.from({ length: 200 }, () => random.integer(1, 6)));
    expect([...drawn].toSorted(numbers)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are hexadecimal, of the length asked for, and never zero', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 64 }), (seed, digits) => {
        const hex = new Random(seed).hex(digits);
        expect(hex).toMatch(/^[0-9a-f]+$/);
        expect(hex).toHaveLength(digits);
        expect(hex).toMatch(/[^0]/);
      }),
    );
    const random = new Random(1);
    expect(new Set(Array.from({ length: 500 }, () => random.hex(1))).size).toBe(15);
  });

  it('keep to their probability', () => {
    const random = new Random(1);
    const hits = Array.from({ length: 10_000 }, () => random.chance(0.1)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(850);
    expect(hits).toBeLessThan(1150);
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
  });

  it('are shuffled without loss, and the list that was given stays', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
        const before = [...items];
        expect(new Random(seed).shuffle(items).toSorted(numbers)).toEqual(before.toSorted(numbers));
        expect(items).toEqual(before);
      }),
    );
  });

  it.each([0, -1, 1.5, 65, Number.NaN])('refuse %d hex digits', (digits) => {
    expect(() => new Random(1).hex(digits)).toThrow(RangeError);
  });

  it('say what is wrong with a demand', () => {
    const random = new Random(1);
    expect(() => random.hex(65)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: 65 hex digits cannot be drawn; ask for a whole number from 1 to 64.]`,
    );
    expect(() => random.integer(6, 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: There is no whole number to draw from 6 to 1; give two whole numbers, the lower one first.]`,
    );
    expect(() => random.integer(0.5, 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: There is no whole number to draw from 0.5 to 1; give two whole numbers, the lower one first.]`,
    );
  });
});
