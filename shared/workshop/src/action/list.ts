import { listLessons } from '@tracelings/lesson-kit';
import type { Action } from './action.ts';

export const listAll: Action = async ({ lesson }, { notes }) => {
  const lessons = await listLessons();
  const chosen = Math.max(
    0,
    lessons.findIndex(({ id }) => id === lesson.id),
  );
  const progress = await notes.read();
  return { view: { kind: 'list', lessons, progress, typed: '', chosen } };
};
