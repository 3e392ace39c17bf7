import { matchingCases } from '../../../trace-shape/bench/matching.ts';
import type { BenchmarkFamily } from './family.ts';

/** Matching a trace against a shape: a trace of 100,000 spans, in the worst order, within a second. */
export function matchingFamily(): BenchmarkFamily {
  const cases = matchingCases().map(({ name, spans, run }) => ({
    name,
    run,
    ...(spans === 100_000 && { atMost: { ms: 1_000 } }),
  }));
  return { name: 'matching', cases, rounds: 9 };
}
