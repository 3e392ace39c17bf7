import type { CheckVerdict, LessonVerdict } from '@tracelings/lesson-kit';

/** The check to work on next; none when all pass, and none when the program could not be judged. */
export function failingCheck({ verdict, checks }: LessonVerdict): CheckVerdict | undefined {
  return verdict === 'not-yet' ? checks.find((check) => check.verdict === 'not-yet') : undefined;
}
