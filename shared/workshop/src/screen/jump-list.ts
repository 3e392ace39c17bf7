import type { Look } from '../look.ts';
import { type LessonList, chosenOf, matchesOf } from '../watch/lesson-list.ts';
import type { Parts } from './fitted.ts';
import { lessonListScreen } from './lesson-list.ts';
import { wrap } from './wrap.ts';

/** The lessons that match what was typed; the one that Enter opens is pointed at. */
export function jumpListParts(list: LessonList, look: Look): Parts {
  const lessons = matchesOf(list);
  const chosen = chosenOf(list);
  const pointed = chosen ? { ...list.progress, lesson: chosen.id } : list.progress;
  const found = lessonListScreen(lessons, pointed, look);
  const none = wrap(`No lesson has "${list.typed}" in its name or title.`, look);
  return {
    head: look.paint('title', `Which lesson? ${list.typed}▏`),
    blocks: [lessons.length === 0 ? none : found],
    foot: look.paint('quiet', wrap('type to search · ↑ ↓ · Enter opens · Esc back', look)),
    focus: found.split('\n').find((line) => line.includes('▸')) ?? '',
  };
}
