import { parseArgs } from 'node:util';

export const usage = `Usage: npm test [-- --force]

Proves the whole repository: format, lint, types, unused code, the lockfile, and every test.
What has not changed since it last passed is not run again.

  --force   run everything, whatever is known already
  --help    show this text

Tests that this machine lacks something for are named as skipped. REQUIRE_JAEGER=1,
REQUIRE_BROWSER=1 and REQUIRE_SANDBOX=bwrap make that a failure.`;

export interface ProofArguments {
  readonly force: boolean;
  readonly help: boolean;
}

/** @throws TypeError with Node's own sentence for an option that does not exist. */
export function proofArguments(args: readonly string[]): ProofArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { force: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  return { force: values.force ?? false, help: values.help ?? false };
}
