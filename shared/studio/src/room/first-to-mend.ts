import type { ReportedCheck } from './reported-grade.ts';

/**
 * The check that stops a learner: the first one that does not pass. One that only waits for another
 * to pass comes after those, since nobody can mend it.
 */
export function firstToMend(checks: readonly ReportedCheck[]): ReportedCheck | undefined {
  const failing = checks.filter(({ verdict }) => verdict !== 'passed');
  return failing.find(({ waits }) => waits !== true) ?? failing[0];
}
