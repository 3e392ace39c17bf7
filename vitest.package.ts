import { defineConfig } from 'vitest/config';
import { TestResultsReporter } from './shared/upkeep/src/test-results-reporter.ts';

const proving = process.env['TRACELINGS_PROOF'] === '1';

/** What every package's tests run with, here and under CI: nothing is left to vitest's detection. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', '*.test.ts'],
    watch: false,
    reporters: ['default', new TestResultsReporter(proving)],
    allowOnly: !proving,
    update: proving ? 'none' : 'new',
    passWithNoTests: false,
    // A worker for each file costs as much as most files do; no test counts on modules of its own.
    isolate: false,
    // Node's own type stripping is what learners' files run on; that it is experimental is known.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Packages are proved side by side: more at a time would be waiting for a core.
    maxConcurrency: 3,
    retry: 0,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
