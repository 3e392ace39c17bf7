import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assign } from '../../src/matching/assignment.ts';

describe('assign', () => {
  it('moves what was placed to make room', () => {
    const supplies = [
      { size: 1, fits: [0, 1] },
      { size: 1, fits: [0] },
    ];
    const demands = [
      { min: 1, max: 1 },
      { min: 1, max: 1 },
    ];
    expect(assign(supplies, demands)).toMatchObject({ taken: [1, 1], left: [0, 0] });
  });

  it('fills minima before anything else', () => {
    const supplies = [{ size: 3, fits: [0, 1] }];
    const demands = [
      { min: 0, max: 3 },
      { min: 2, max: 2 },
    ];
    expect(assign(supplies, demands)).toMatchObject({ taken: [1, 2], left: [0] });
  });

  it('never takes more than there is, nor gives more than is wanted', () => {
    const supply = fc.record({
      size: fc.integer({ min: 1, max: 4 }),
      fits: fc.uniqueArray(fc.nat(3), { maxLength: 4 }),
    });
    const demand = fc.tuple(fc.nat(3), fc.nat(3)).map(([min, more]) => ({ min, max: min + more }));
    const demands = fc.array(demand, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(supply, { maxLength: 5 }), demands, (supplies, wanted) => {
        const { taken, left } = assign(supplies, wanted);
        const placed = supplies.reduce(
          (sum, { size }, index) => sum + size - (left[index] ?? 0),
          0,
        );
        expect(taken.reduce((sum, count) => sum + count, 0)).toBe(placed);
        expect(
          left.every((count, index) => count >= 0 && count <= (supplies[index]?.size ?? 0)),
        ).toBe(true);
        expect(taken.every((count, index) => count <= (wanted[index]?.max ?? 0))).toBe(true);
      }),
    );
  });
});
