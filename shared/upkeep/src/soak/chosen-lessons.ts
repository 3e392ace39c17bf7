import { findLesson, listLessons } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';

/** The lessons of these names; all of them where none is named. */
export function chosenLessons(names: readonly string[]): Promise<LessonFolder[]> {
  return names.length === 0 ? listLessons() : Promise.all(names.map((name) => findLesson(name)));
}
