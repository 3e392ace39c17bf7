import type { Check, Evidence, Run } from '@tracelings/lesson-kit';
import { Explanation } from '@tracelings/trace-shape';

/** The lesson's check, for evidence that was written to mislead or to break it. */
export function guardedCheck(check: Check<unknown>): Check<unknown> {
  return {
    ...check,
    judge(run) {
      refuseUnstarted(run.evidence);
      judgeUnbroken(check, run);
    },
  };
}

/** What reaches an exporter without a tracer ever having started it was made by hand. */
function refuseUnstarted({ started, exported }: Evidence): void {
  const known = new Set(started.map(({ traceId, spanId }) => `${traceId}:${spanId}`));
  const unknown = exported.filter(({ traceId, spanId }) => !known.has(`${traceId}:${spanId}`));
  if (unknown.length > 0) {
    throw new Explanation({
      sought: 'spans that a tracer started',
      found: `${unknown.length} of ${exported.length} delivered spans that no tracer has started`,
      next: 'start each span with a tracer, and let the span processor deliver it',
    });
  }
}

/** A check may meet what no honest program leaves, and it must not stop the grading of others. */
function judgeUnbroken(check: Check<unknown>, run: Run<unknown>): void {
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
}
