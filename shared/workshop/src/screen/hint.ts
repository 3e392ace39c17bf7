import type { LessonFolder } from '@tracelings/lesson-kit';
import { readablePath } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import type { Hint } from '../lesson/hint.ts';
import { type Look, paintLines } from '../look.ts';
import { proseScreen } from './prose.ts';
import { wrap } from './wrap.ts';

/** One hint, and how to get more: the next one, and after the last the walkthrough. */
export function hintScreen(hint: Hint, more: string, look: Look): string {
  const headline = `Hint ${hint.level} of ${hint.levels}: ${hint.title}`;
  return [
    paintLines(wrap(headline, look), 'title', look),
    proseScreen(hint.text, look),
    paintLines(wrap(more, look), 'quiet', look),
  ].join('\n\n');
}

export function isLast({ level, levels }: Hint): boolean {
  return level === levels;
}

export function walkthroughOf(lesson: LessonFolder): string {
  return readablePath(join(lesson.solution, 'README.md'));
}
