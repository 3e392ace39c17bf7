import { proofArguments, usage } from './proof/arguments.ts';
import { Interruption } from './proof/interruption.ts';
import { lendJaeger } from './proof/lent-jaeger.ts';
import type { LentJaeger } from './proof/lent-jaeger.ts';
import { prove } from './proof/proof.ts';
import type { Proof } from './proof/proof.ts';
import { hasFailed, report } from './proof/report.ts';
import type { TaskResult } from './proof/task-result.ts';
import { typed } from './typed.ts';

const { force, help } = typed(() => proofArguments(process.argv.slice(2)), usage);
process.exitCode = help ? showUsage() : await proveHere();

function showUsage(): number {
  console.log(usage);
  return 0;
}

async function proveHere(): Promise<number> {
  using interruption = new Interruption();
  await using jaeger = await lendJaeger(console.log);
  const proof = await proveOrExplain(jaeger, interruption.signal);
  if (interruption.signal.aborted) {
    console.log('Interrupted. What had begun was stopped.');
    return interruption.exitCode;
  }
  const results = [...missingJaeger(jaeger), ...proof.results];
  console.log(`\n${report(results, proof.notes)}`);
  return results.some(hasFailed) ? 1 : 0;
}

async function proveOrExplain(jaeger: LentJaeger, signal: AbortSignal): Promise<Proof> {
  try {
    return await prove({ root: process.cwd(), force, jaeger, signal, onStart: showStart });
  } catch (error) {
    const output = [error instanceof Error ? error.message : String(error)];
    return { results: [failedTask('the run itself', output)], notes: [] };
  }
}

function showStart(task: string): void {
  console.log(`… ${task}`);
}

function missingJaeger({ reason }: LentJaeger): TaskResult[] {
  if (reason === undefined || process.env['REQUIRE_JAEGER'] !== '1') return [];
  return [failedTask('Jaeger', ['REQUIRE_JAEGER=1 asks for it, and it cannot be had.', reason])];
}

function failedTask(name: string, output: readonly string[]): TaskResult {
  return { name, passed: 0, failed: 1, skipped: [], replayed: false, output };
}
