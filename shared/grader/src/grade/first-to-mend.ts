/**
 * The first check that did not pass. One that the starter passes as it is, and that only waits for
 * another, comes after those: nobody can mend it.
 */
export function firstToMend<Check extends { readonly verdict: string; readonly waits?: true }>(
  checks: readonly Check[],
): Check | undefined {
  const failing = checks.filter(({ verdict }) => verdict !== 'passed');
  return failing.find(({ waits }) => waits !== true) ?? failing[0];
}
