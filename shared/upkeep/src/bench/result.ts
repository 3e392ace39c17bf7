import type { Bar, BenchmarkCase, BenchmarkFamily } from './family.ts';

/** What a case came to. */
export interface BenchmarkResult {
  readonly family: string;
  readonly name: string;
  readonly rounds: number;
  /** Of the median and the p95. */
  readonly unit: 'ms' | 'MiB';
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
    const p95 = quantile(measured, 0.95);
    return {
      family: family.name,
      name: benchmark.name,
      rounds: measured.length,
      unit: benchmark.unit ?? 'ms',
      median,
      p95,
      timesFirst: median / first,
      ...barOf(benchmark, { median, p95, first }),
    };
  });
}

/** The nearest-rank quantile: always a duration that was measured. */
export function quantile(durations: readonly number[], share: number): number {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

interface Measured {
  readonly median: number;
  readonly p95: number;
  /** The median of the family's first case. */
  readonly first: number;
}

function barOf({ atMost }: BenchmarkCase, measured: Measured): Pick<BenchmarkResult, 'bar'> {
  const bars = atMost === undefined ? [] : [atMost].flat();
  if (bars.length === 0) return {};
  const text = bars.map((bar) => barText(bar)).join(', ');
  return { bar: { text, kept: bars.every((bar) => keeps(bar, measured)) } };
}

function keeps(bar: Bar, { median, p95, first }: Measured): boolean {
  if ('ms' in bar) return median <= bar.ms;
  if ('p95Ms' in bar) return p95 <= bar.p95Ms;
  if ('mebibytes' in bar) return median <= bar.mebibytes;
  if ('timesFirst' in bar) return median <= bar.timesFirst * first;
  return median <= first + bar.msAboveFirst;
}

function barText(bar: Bar): string {
  if ('ms' in bar) return `≤ ${bar.ms} ms`;
  if ('p95Ms' in bar) return `p95 ≤ ${bar.p95Ms} ms`;
  if ('mebibytes' in bar) return `≤ ${bar.mebibytes} MiB`;
  if ('timesFirst' in bar) return `≤ ${bar.timesFirst} ×`;
  return `≤ first + ${bar.msAboveFirst} ms`;
}
