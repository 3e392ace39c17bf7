import type { Check } from '@tracelings/lesson-kit';
import { Explanation } from '@tracelings/trace-shape';

/** The lesson's check, for evidence that may break it: it must not stop the grading of others. */
export function guardedCheck(check: Check<unknown>): Check<unknown> {
  return {
    ...check,
    judge(run) {
      try {
        check.judge(run);
      } catch (error) {
        if (error instanceof Explanation) throw error;
        throw new Explanation({
          sought: 'a run that this check can read',
          found: 'one that left something the check did not expect at all',
          because: 'the program changes what it is observed by, or the check has a fault',
          next: 'if the program does nothing of that kind, report the check to whoever teaches',
        });
      }
    },
  };
}
