import type { LessonFolder } from '@tracelings/lesson-kit';
import { type Look, paintLines } from '../look.ts';
import { wrap } from './wrap.ts';

/** The first line of every screen about one lesson. */
export function heading(lesson: LessonFolder, look: Look, aside = ''): string {
  const title = `${lesson.id} · ${lesson.manifest.title}`;
  const fits = `${title}  ${aside}`.length <= look.columns;
  const between = fits ? '  ' : '\n';
  const painted = paintLines(wrap(title, look), 'title', look);
  return aside === '' ? painted : `${painted}${between}${look.paint('quiet', aside)}`;
}
