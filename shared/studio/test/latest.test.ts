import { describe, expect, test } from 'vitest';
import { Latest } from '../src/latest.ts';

describe('the latest', () => {
  test('is handed over when the one before was taken, and those in between never are', async () => {
    const latest = new Latest();
    const handed: number[] = [];
    const first = Promise.withResolvers<void>();
    const last = Promise.withResolvers<void>();
    const offer = (number: number, until?: Promise<void>): void =>
      latest.offer(async () => {
        handed.push(number);
        await until;
        if (number === 4) last.resolve();
      });
    offer(1, first.promise);
    for (const number of [2, 3, 4]) offer(number);
    expect(handed).toEqual([1]);
    first.resolve();
    await last.promise;
    expect(handed).toEqual([1, 4]);
  });
});
