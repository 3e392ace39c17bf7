import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../src/index.ts';

const VITEST = join(repository, 'node_modules/vitest/vitest.mjs');

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What vitest says of one test file, a line for each test: its status, its name, its message. */
export async function vitestRun(
  folder: string,
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const report = join(folder, '.vitest', 'report.json');
  const flags = ['--root', folder, '--config', join(repository, 'vitest.package.ts')];
  // Neither our own way of reporting nor a Jaeger that somebody lends is for the inner run.
  const { TRACELINGS_PROOF: _proof, TRACELINGS_JAEGER_BROKER: _broker, ...inherited } = process.env;
  const runner = spawn(
    process.execPath,
    [VITEST, 'run', file, ...flags, '--reporter', 'json', '--outputFile', report],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...inherited, ...environment },
    },
  );
  await once(runner, 'exit');
  return reportIn(await readFile(report, 'utf8')).testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status, fullName, failureMessages }) => {
      const said = failureMessages.join('\n').split(/\n +at /)[0] ?? '';
      return `${status}: ${fullName}${said === '' ? '' : `\n${said}`}`;
    }),
  );
}

function reportIn(json: string): Report {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- vitest's own format
  return JSON.parse(json) as Report;
}
