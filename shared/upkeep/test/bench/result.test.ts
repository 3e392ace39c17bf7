import { describe, expect, it } from 'vitest';
import type { BenchmarkFamily } from '../../src/bench/family.ts';
import { benchmarkResults, quantile } from '../../src/bench/result.ts';
import { benchmarkTable } from '../../src/bench/table.ts';

const run = () => {};
const family: BenchmarkFamily = {
  name: 'runs',
  rounds: 3,
  cases: [
    { name: 'node alone', run },
    { name: 'a lesson', run, atMost: { timesFirst: 1.3 } },
    { name: 'a lesson with Jaeger', run, atMost: { msAboveFirst: 250 } },
    { name: 'a large trace', run, atMost: { ms: 1000 } },
  ],
};
const durations = [
  [40, 39.96, 90],
  [52, 60, 51.5],
  [291, 280, 300],
  [1000, 900, 1234.5],
];

describe('a result', () => {
  it('is the median, which one slow round does not move', () => {
    const [first] = benchmarkResults(family, durations);
    expect(first).toEqual({
      family: 'runs',
      name: 'node alone',
      rounds: 3,
      unit: 'ms',
      median: 40,
      p95: 90,
      timesFirst: 1,
    });
  });

  it('says whether each kind of bar is kept', () => {
    const kept = benchmarkResults(family, durations).map(({ bar }) => bar?.kept);
    expect(kept).toEqual([undefined, true, false, true]);
  });

  it('has to keep every bar that a case has', () => {
    const bars = [{ p95Ms: 60 }, { timesFirst: 1 }] as const;
    const strict = { ...family, cases: [{ name: 'a lesson', run, atMost: bars }] };
    const [result] = benchmarkResults(strict, [[40, 50, 60]]);
    expect(result?.bar).toEqual({ text: 'p95 ≤ 60 ms, ≤ 1 ×', kept: true });
    const [slower] = benchmarkResults(strict, [[40, 50, 61]]);
    expect(slower?.bar?.kept).toBe(false);
  });

  it('may be of memory', () => {
    const memory = { name: 'growth', unit: 'MiB', run, atMost: { mebibytes: 10 } } as const;
    const results = benchmarkResults({ ...family, cases: [memory] }, [[11]]);
    expect(benchmarkTable(results)).toMatchInlineSnapshot(`
      "runs    median     p95  ratio       bar
      growth  11 MiB  11 MiB    1 ×  ≤ 10 MiB  missed"
    `);
  });

  it('reads as a table', () => {
    const table = benchmarkTable(benchmarkResults(family, durations));
    expect(table).toMatchInlineSnapshot(`
      "runs                    median       p95   ratio               bar
      node alone               40 ms     90 ms     1 ×
      a lesson                 52 ms     60 ms   1.3 ×           ≤ 1.3 ×    kept
      a lesson with Jaeger    291 ms    300 ms  7.28 ×  ≤ first + 250 ms  missed
      a large trace         1,000 ms  1,230 ms    25 ×         ≤ 1000 ms    kept"
    `);
  });
});

describe('quantile', () => {
  it('is always a duration that was measured', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index + 1);
    expect([0.5, 0.95, 1].map((share) => quantile(twenty, share))).toEqual([10, 19, 20]);
  });
});
