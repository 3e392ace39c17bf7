import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Progress } from '../state/progress.ts';

/** All lessons in front of the watched one, to search in and to jump from. */
export interface LessonList {
  readonly kind: 'list';
  readonly lessons: readonly LessonFolder[];
  readonly progress: Progress;
  /** What was typed so far to narrow the list down. */
  readonly typed: string;
  /** Index into those that are left. */
  readonly chosen: number;
}

/** The lessons whose name or title has what was typed. */
export function matchesOf({ lessons, typed }: LessonList): LessonFolder[] {
  const sought = typed.toLowerCase();
  return lessons.filter(({ id, manifest }) =>
    `${id} ${manifest.title}`.toLowerCase().includes(sought),
  );
}

export function chosenOf(list: LessonList): LessonFolder | undefined {
  return matchesOf(list)[list.chosen];
}

/** The list after a key; none when the key closes it. */
export function pressInList(list: LessonList, key: string): LessonList | undefined {
  if (key === 'escape') return undefined;
  if (key === 'up' || key === 'down') return move(list, key === 'up' ? -1 : 1);
  const typed = typedAfter(list.typed, key);
  return typed === list.typed ? list : { ...list, typed, chosen: 0 };
}

function move(list: LessonList, step: number): LessonList {
  const last = Math.max(0, matchesOf(list).length - 1);
  return { ...list, chosen: Math.max(0, Math.min(last, list.chosen + step)) };
}

function typedAfter(typed: string, key: string): string {
  if (key === 'backspace') return typed.slice(0, -1);
  if (key === 'space') return `${typed} `;
  const letter = key.replace(/^shift\+/, '');
  return letter.length === 1 ? typed + letter : typed;
}
