import type { Bar, BenchmarkCase, BenchmarkFamily } from './family.ts';

/** What a case came to; durations in milliseconds. */
export interface BenchmarkResult {
  readonly family: string;
  readonly name: string;
  readonly rounds: number;
  readonly median: number;
  readonly p95: number;
  /** Median as a multiple of the median of the family's first case. */
  readonly timesFirst: number;
  readonly bar?: { readonly text: string; readonly kept: boolean };
}

/** @param durations - Of each case, in the order of the family's cases. */
export function benchmarkResults(
  family: BenchmarkFamily,
  durations: readonly (readonly number[])[],
): BenchmarkResult[] {
  const first = quantile(durations[0] ?? [], 0.5);
  return family.cases.map((benchmark, index) => {
    const measured = durations[index] ?? [];
    const median = quantile(measured, 0.5);
    return {
      family: family.name,
      name: benchmark.name,
      rounds: measured.length,
      median,
      p95: quantile(measured, 0.95),
      timesFirst: median / first,
      ...barOf(benchmark, median, first),
    };
  });
}

/** The nearest-rank quantile: always a duration that was measured. */
export function quantile(durations: readonly number[], share: number): number {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function barOf({ atMost }: BenchmarkCase, median: number, first: number) {
  if (atMost === undefined) return {};
  return { bar: { text: barText(atMost), kept: keeps(atMost, median, first) } };
}

function keeps(bar: Bar, median: number, first: number): boolean {
  if ('ms' in bar) return median <= bar.ms;
  if ('timesFirst' in bar) return median <= bar.timesFirst * first;
  return median <= first + bar.msAboveFirst;
}

function barText(bar: Bar): string {
  if ('ms' in bar) return `≤ ${bar.ms} ms`;
  if ('timesFirst' in bar) return `≤ ${bar.timesFirst} ×`;
  return `≤ first + ${bar.msAboveFirst} ms`;
}
