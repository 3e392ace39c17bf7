import type { BenchmarkCase } from './family.ts';

/**
 * Measures cases in turns: A B C, A B C. A machine that slows down half-way slows all of them, and
 * their ratios stay true. The first turn warms up and is not counted.
 *
 * @returns per case, in their order, the duration of each counted round in milliseconds.
 */
export async function interleavedRounds(
  cases: readonly BenchmarkCase[],
  rounds: number,
  warmsUp = true,
): Promise<number[][]> {
  const durations = cases.map((): number[] => []);
  for (let round = warmsUp ? 0 : 1; round <= rounds; round++) {
    for (const [index, benchmark] of cases.entries()) {
      const started = performance.now();
      const measured = await benchmark.run();
      if (round > 0) durations[index]?.push(measured ?? performance.now() - started);
    }
  }
  return durations;
}
