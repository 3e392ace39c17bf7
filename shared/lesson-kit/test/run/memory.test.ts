import { describe, expect, test } from 'vitest';
import { memoryOf } from '../../src/run/memory.ts';

describe('the memory of a process', () => {
  test('is told in bytes', ({ skip }) => {
    skip(process.platform !== 'linux', 'only Linux tells what a process holds');
    const { rss } = process.memoryUsage();
    expect(memoryOf(process.pid)).toBeGreaterThan(rss / 2);
    expect(memoryOf(process.pid)).toBeLessThan(rss * 2);
  });

  test('is 0 where there is no process', () => {
    expect(memoryOf(undefined)).toBe(0);
  });
});
