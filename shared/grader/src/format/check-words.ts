import type { GradeVerdict, GradedCheck } from '../grade.ts';
import { visible } from './visible.ts';

/** How each verdict is called in a report. */
export const verdictWords: Record<GradeVerdict, string> = {
  passed: 'passed',
  'not-yet': 'not yet',
  'could-not-run': 'could not run',
  'infra-error': 'grader failed',
};

/** What stands beside a check. Never empty for one that did not pass. */
export function messageOf({ verdict, message }: GradedCheck): string {
  if (message !== '') return visible(message);
  return verdict === 'passed' ? '' : 'Not asked: an earlier check of the same run says why.';
}

/** `7 of 11 points`. */
export function pointsText({
  points,
  maxPoints,
}: {
  readonly points: number;
  readonly maxPoints: number;
}): string {
  return `${points} of ${maxPoints} ${maxPoints === 1 ? 'point' : 'points'}`;
}

export function sumOf<Item>(items: readonly Item[], number: (item: Item) => number): number {
  return items.reduce((total, item) => total + number(item), 0);
}
