import { proofArguments, usage } from './proof/arguments.ts';
import { Interruption } from './proof/interruption.ts';
import { lendJaeger } from './proof/lent-jaeger.ts';
import type { LentJaeger } from './proof/lent-jaeger.ts';
import { prove } from './proof/proof.ts';
import { hasFailed, report } from './proof/report.ts';
import type { TaskResult } from './proof/task-result.ts';

const { force, help } = proofArguments(process.argv.slice(2));
process.exitCode = help ? showUsage() : await proveHere();

function showUsage(): number {
  console.log(usage);
  return 0;
}

async function proveHere(): Promise<number> {
  using interruption = new Interruption();
  const { signal } = interruption;
  await using jaeger = await lendJaeger(console.log);
  const { results, notes } = await prove({
    root: process.cwd(),
    force,
    jaeger,
    signal,
    onStart: showStart,
  });
  if (signal.aborted) {
    console.log('Interrupted. What had begun was stopped.');
    return interruption.exitCode;
  }
  const all = [...missingJaeger(jaeger), ...results];
  console.log(`\n${report(all, notes)}`);
  return all.some(hasFailed) ? 1 : 0;
}

function showStart(task: string): void {
  console.log(`… ${task}`);
}

function missingJaeger({ reason }: LentJaeger): TaskResult[] {
  if (reason === undefined || process.env['REQUIRE_JAEGER'] !== '1') return [];
  const output = ['REQUIRE_JAEGER=1 asks for a Jaeger, and there is none.', reason];
  return [{ name: 'Jaeger', passed: 0, failed: 1, skipped: [], replayed: false, output }];
}
