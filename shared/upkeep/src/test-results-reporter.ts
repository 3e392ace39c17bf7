import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node';
import { writeTestResults } from './test-results.ts';
import type { SkippedTest } from './test-results.ts';

/**
 * Writes what a package's tests came to into its `.vitest/results.json`.
 *
 * In the proof it also fails a run that skipped a test without an excuse: every skip says why, by
 * `skip('why')` or by a title that ends in `(skipped, why)`, and none blames Jaeger where
 * `TRACELINGS_JAEGER` says that there is one. A run that skipped by accident is never kept as a pass.
 */
export class TestResultsReporter implements Reporter {
  readonly #proving: boolean;
  #folder = process.cwd();

  constructor(proving: boolean) {
    this.#proving = proving;
  }

  onInit(vitest: Vitest): void {
    this.#folder = vitest.config.root;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = inState('skipped').map((test) => this.#skippedTest(test));
    const unexcused = this.#proving ? skipped.filter((skip) => !isExcused(skip)) : [];
    for (const { test, reason } of unexcused) {
      console.error(`Skipped without an excuse: ${test}${reason && ` (${reason})`}`);
    }
    if (unexcused.length > 0) process.exitCode = 1;
    writeTestResults(this.#folder, {
      passed: inState('passed').length,
      failed: inState('failed').length + errors.length + brokenParts(modules) + unexcused.length,
      skipped: skipped.filter((skip) => !unexcused.includes(skip)),
    });
  }

  #skippedTest(test: TestCase): SkippedTest {
    const result = test.result();
    const note = result.state === 'skipped' ? result.note : undefined;
    const reason = note ?? /\(skipped, (.+?)\)( >|$)/.exec(test.fullName)?.[1] ?? '';
    return { test: `${relative(this.#folder, test.module.moduleId)} > ${test.fullName}`, reason };
  }
}

function isExcused({ reason }: SkippedTest): boolean {
  const blamesJaeger = /jaeger|container engine/i.test(reason);
  return reason !== '' && !(blamesJaeger && process.env['TRACELINGS_JAEGER'] === 'available');
}

/** Files that did not load and suites whose hooks failed: no test of theirs says so. */
function brokenParts(modules: readonly TestModule[]): number {
  const suites = modules.flatMap((module) => [...module.children.allSuites()]);
  return [...modules, ...suites].filter((part) => part.errors().length > 0).length;
}
