import { matchingCases } from '../../../trace-shape/bench/matching.ts';
import type { BenchmarkFamily } from './family.ts';

const largest = 100_000;

/**
 * Matching a trace against a shape, a family for each form of trace, so that the ratio shows how the
 * cost grows with the spans. The largest has to be done within a second.
 */
export function matchingFamilies(): BenchmarkFamily[] {
  const forms = Map.groupBy(matchingCases(), ({ name }) => name);
  return [...forms].map(([form, cases]) => ({
    name: `matching: ${form}`,
    rounds: 9,
    cases: cases.map(({ spans, run }) => ({
      name: `${spans.toLocaleString('en')} spans`,
      run,
      ...(spans >= largest ? { atMost: { ms: 1_000 } } : {}),
    })),
  }));
}
