import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface SkippedTest {
  readonly test: string;
  readonly reason: string;
}

/** What one package's tests came to. Kept in the package, so that a replayed run counts too. */
export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

export function testResultsFile(packageFolder: string): string {
  return join(packageFolder, '.vitest', 'results.json');
}

export function writeTestResults(packageFolder: string, results: TestResults): void {
  const file = testResultsFile(packageFolder);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
}

export function readTestResults(packageFolder: string): TestResults | undefined {
  let text: string;
  try {
    text = readFileSync(testResultsFile(packageFolder), 'utf8');
  } catch {
    return undefined;
  }
  const parsed: unknown = JSON.parse(text);
  return isTestResults(parsed) ? parsed : undefined;
}

function isTestResults(value: unknown): value is TestResults {
  return (
    typeof value === 'object' &&
    value !== null &&
    'passed' in value &&
    typeof value.passed === 'number' &&
    'failed' in value &&
    typeof value.failed === 'number' &&
    'skipped' in value &&
    Array.isArray(value.skipped)
  );
}
