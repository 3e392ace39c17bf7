import { benchmarkArguments, usage } from './bench/arguments.ts';
import { checkFamily } from './bench/check.ts';
import type { BenchmarkFamily } from './bench/family.ts';
import { jaegerFamily } from './bench/jaeger.ts';
import { matchingFamily } from './bench/matching.ts';
import { benchmarkResults } from './bench/result.ts';
import type { BenchmarkResult } from './bench/result.ts';
import { interleavedRounds } from './bench/rounds.ts';
import { runFamily } from './bench/run.ts';
import { benchmarkTable } from './bench/table.ts';

/** Every family by its name: one file in `bench/` each. Made when it is asked for, not before. */
type MakeFamily = (resources: AsyncDisposableStack) => BenchmarkFamily | Promise<BenchmarkFamily>;
const families: ReadonlyMap<string, MakeFamily> = new Map<string, MakeFamily>([
  ['matching', matchingFamily],
  ['run', runFamily],
  ['check', checkFamily],
  ['jaeger', jaegerFamily],
]);

const { only, rounds, json, help } = benchmarkArguments(process.argv.slice(2));
if (help) console.log(usage);
else process.exitCode = await measure();

async function measure(): Promise<number> {
  const chosen = [...families].filter(([name]) => name.includes(only));
  if (chosen.length === 0) return unknownFamily();
  const results: BenchmarkResult[] = [];
  for (const [, makeFamily] of chosen) {
    await using resources = new AsyncDisposableStack();
    const family = await makeFamily(resources);
    const durations = await interleavedRounds(family.cases, rounds ?? family.rounds);
    const measured = benchmarkResults(family, durations);
    if (!json) console.log(`${benchmarkTable(measured)}\n`);
    results.push(...measured);
  }
  if (json)
    console.log(JSON.stringify({ version: 1, node: process.version, results }, undefined, 2));
  return results.some(({ bar }) => bar?.kept === false) ? 1 : 0;
}

function unknownFamily(): number {
  console.error(`No benchmark is called "${only}". There are: ${[...families.keys()].join(', ')}.`);
  return 2;
}
