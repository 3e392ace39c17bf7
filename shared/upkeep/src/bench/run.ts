import { fileURLToPath } from 'node:url';
import { openLesson, runScenario } from '@tracelings/lesson-kit';
import type { BenchmarkFamily } from './family.ts';
import { runNode } from './node-process.ts';

/** One run of a scenario in its fresh process, beside what any process with the SDK costs. */
export async function runFamily(): Promise<BenchmarkFamily> {
  const subject = fileURLToPath(new URL('smallest-lesson', import.meta.url));
  const lesson = await openLesson(subject);
  return {
    name: 'run',
    rounds: 30,
    cases: [
      { name: 'node, importing the SDK and no more', run: () => importSdk() },
      { name: 'node -e 0', run: () => runNode(['-e', '0']) },
      {
        name: 'one run, with its evidence read',
        atMost: { timesFirst: 1.3 },
        async run() {
          const sink = { kind: 'memory' } as const;
          const evidence = await runScenario({
            lesson,
            scenario: 'one',
            subject,
            inputs: null,
            sink,
          });
          if (evidence.exported.length !== 1) {
            throw new Error(`One span was due, ${evidence.exported.length} came.`);
          }
        },
      },
    ],
  };
}

function importSdk(): Promise<void> {
  return runNode(['--input-type=module', '-e', "import '@opentelemetry/sdk-trace'"]);
}
