import type { ReportedCheck } from './reported-grade.ts';

/** What the grader says of a check that the starter passes as it is. */
export const waiting =
  'The starter passes this check as it is, so it counts as soon as another check passes as well.';

/**
 * The check that stops a learner: the first one that does not pass. One that only waits for another
 * to pass comes after those, since nobody can mend it.
 */
export function firstToMend(checks: readonly ReportedCheck[]): ReportedCheck | undefined {
  const failing = checks.filter(({ verdict }) => verdict !== 'passed');
  return failing.find(({ message }) => message !== waiting) ?? failing[0];
}
