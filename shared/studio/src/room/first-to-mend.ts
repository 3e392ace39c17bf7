import schema from '../../../grader/schema/grade.schema.json' with { type: 'json' };
import type { ReportedCheck } from './reported-grade.ts';

const waiting = schema.$defs.waiting.const;

/**
 * The check that stops a learner: the first one that does not pass. One that only waits for another
 * to pass comes after those, since nobody can mend it.
 */
export function firstToMend(checks: readonly ReportedCheck[]): ReportedCheck | undefined {
  const failing = checks.filter(({ verdict }) => verdict !== 'passed');
  return failing.find(({ message }) => message !== waiting) ?? failing[0];
}
