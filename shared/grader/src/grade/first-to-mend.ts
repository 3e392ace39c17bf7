import { WITHHELD } from '../grading/starter-gate.ts';

/**
 * The first check that did not pass. One that the starter passes as it is, and that only waits for
 * another, comes after those: nobody can mend it.
 */
export function firstToMend<Check extends { readonly verdict: string; readonly message: string }>(
  checks: readonly Check[],
): Check | undefined {
  const failing = checks.filter(({ verdict }) => verdict !== 'passed');
  return failing.find(({ message }) => message !== WITHHELD) ?? failing[0];
}
