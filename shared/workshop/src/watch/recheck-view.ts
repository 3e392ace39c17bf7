import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Rechecked } from '../lesson/recheck.ts';

/** All lessons once more in front of the watched one, as far as they were checked. */
export interface RecheckView {
  readonly kind: 'recheck';
  readonly lessons: readonly LessonFolder[];
  /** As many of the lessons as have a verdict, in their order. */
  readonly rechecked: readonly Rechecked[];
  /** Ids of the lessons that passed once. */
  readonly done: readonly string[];
  /** Where the result was written; only once all pass. */
  readonly kept?: string | undefined;
}

/** The view after a key; none when the key closes it. */
export function pressInRecheck(view: RecheckView, key: string): RecheckView | undefined {
  return key === 'q' || key === 'escape' ? undefined : view;
}
