import type { Look } from '../look.ts';
import { type LessonList, chosenOf, matchesOf } from '../watch/lesson-list.ts';
import { lessonListScreen } from './lesson-list.ts';
import { wrap } from './wrap.ts';

/** The lessons that match what was typed; the one that Enter opens is pointed at. */
export function jumpListScreen(list: LessonList, look: Look): string {
  const lessons = matchesOf(list);
  const chosen = chosenOf(list);
  const pointed = chosen ? { ...list.progress, lesson: chosen.id } : list.progress;
  return [
    look.paint('title', `Which lesson? ${list.typed}▏`),
    lessons.length === 0
      ? wrap(`No lesson has "${list.typed}" in its name or title.`, look)
      : lessonListScreen(lessons, pointed, look),
    look.paint('quiet', wrap('type to search · ↑ ↓ · Enter opens · Esc back', look)),
  ].join('\n\n');
}
