import { benchmarkArguments, usage } from './bench/arguments.ts';
import { checkFamily } from './bench/check.ts';
import type { BenchmarkFamily } from './bench/family.ts';
import { gradeFamilies } from './bench/grade.ts';
import { jaegerFamily } from './bench/jaeger.ts';
import { matchingFamilies } from './bench/matching.ts';
import { benchmarkResults } from './bench/result.ts';
import type { BenchmarkResult } from './bench/result.ts';
import { interleavedRounds } from './bench/rounds.ts';
import { runFamily } from './bench/run.ts';
import { benchmarkTable } from './bench/table.ts';
import { studioFamilies } from './bench/studio.ts';
import { watchFamilies } from './bench/watch.ts';
import { typed } from './typed.ts';

/** One after the other where each needs the machine for itself. */
type Families = BenchmarkFamily | BenchmarkFamily[] | AsyncIterable<BenchmarkFamily>;

type MakeFamilies = (
  resources: AsyncDisposableStack,
  saves: number | undefined,
  submissions: number | undefined,
) => Families | Promise<Families>;

/** What can be measured, by the name that `--only` takes: one file in `bench/` each. */
const subjects: ReadonlyMap<string, MakeFamilies> = new Map<string, MakeFamilies>([
  ['matching', matchingFamilies],
  ['run', runFamily],
  ['check', checkFamily],
  ['watch', (_resources, saves) => watchFamilies(saves)],
  ['studio', studioFamilies],
  ['jaeger', jaegerFamily],
  ['grade', (_resources, _saves, submissions) => gradeFamilies(submissions)],
]);

const { only, rounds, saves, submissions, json, help } = typed(
  () => benchmarkArguments(process.argv.slice(2)),
  usage,
);
if (help) console.log(usage);
else process.exitCode = await measure();

async function measure(): Promise<number> {
  const chosen = [...subjects].filter(([name]) => name.includes(only));
  if (chosen.length === 0) return unknownSubject();
  const results: BenchmarkResult[] = [];
  for (const [, makeFamilies] of chosen) {
    // What a family needs, such as a Jaeger, is there for as long as it is measured.
    await using resources = new AsyncDisposableStack();
    const families = await makeFamilies(resources, saves, submissions);
    for await (const family of 'name' in families ? [families] : families) {
      results.push(...(await measureFamily(family)));
    }
  }
  if (json)
    console.log(JSON.stringify({ version: 1, node: process.version, results }, undefined, 2));
  return results.some(({ bar }) => bar?.kept === false) ? 1 : 0;
}

async function measureFamily(family: BenchmarkFamily): Promise<BenchmarkResult[]> {
  const times = rounds ?? family.rounds;
  const durations = await interleavedRounds(family.cases, times, family.warmsUp);
  const results = benchmarkResults(family, durations);
  if (!json) console.log(`${benchmarkTable(results)}\n`);
  return results;
}

function unknownSubject(): number {
  console.error(`No benchmark is called "${only}". There are: ${[...subjects.keys()].join(', ')}.`);
  return 2;
}
