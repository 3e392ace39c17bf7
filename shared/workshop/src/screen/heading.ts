import type { LessonFolder } from '@tracelings/lesson-kit';
import type { Look } from '../look.ts';

/** The first line of every screen about one lesson. */
export function heading(lesson: LessonFolder, look: Look, aside = ''): string {
  const title = look.paint('title', `${lesson.id} · ${lesson.manifest.title}`);
  return aside === '' ? title : `${title}  ${look.paint('quiet', aside)}`;
}
