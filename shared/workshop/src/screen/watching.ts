import type { LessonFolder } from '@tracelings/lesson-kit';
import { readablePath } from '@tracelings/lesson-kit';
import type { Judged } from '../lesson/judging.ts';
import type { Todo } from '../lesson/todo.ts';
import type { Look } from '../look.ts';
import { finishedScreen } from './finished.ts';
import { heading } from './heading.ts';
import { keyLine } from './key-line.ts';
import { detailsScreen } from './report.ts';
import { workplaceScreen } from './workplace.ts';
import { wrap } from './wrap.ts';

/** Everything the watched lesson's screen is drawn from. */
export interface Watching {
  readonly lesson: LessonFolder;
  readonly phase: 'checking' | 'checked' | 'gone';
  /** The last verdict; stays on the screen while the next one is made. */
  readonly judged?: Judged;
  readonly todos: readonly Todo[];
  readonly copied: boolean;
  /** The lesson after this one. */
  readonly next?: LessonFolder;
  readonly notices: readonly string[];
  readonly hasKeys: boolean;
}

export function watchingScreen(watching: Watching, look: Look): string {
  const { lesson, phase, notices } = watching;
  return [
    heading(lesson, look, phase === 'checking' ? 'checking …' : ''),
    ...notices.map((notice) => look.paint('strong', notice)),
    phase === 'gone' ? goneScreen(lesson, look) : judgedScreen(watching, look),
    look.paint('quiet', keyLine(watching, look)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A lesson that passes can be left for the next one; before that, nothing moves on. */
export function isDone({ phase, judged }: Watching): boolean {
  return phase === 'checked' && judged?.verdict.verdict === 'passed';
}

function judgedScreen(watching: Watching, look: Look): string {
  const { lesson, judged, next } = watching;
  if (judged === undefined) return workplaceScreen(watching, look);
  const place = isDone(watching)
    ? finishedScreen(lesson, next, look)
    : workplaceScreen(watching, look);
  return `${detailsScreen(judged, look)}\n\n${place}`;
}

function goneScreen(lesson: LessonFolder, look: Look): string {
  const text = `${readablePath(lesson.src)} is not there any more. Put it back and the check goes on. For a fresh copy of the starter, quit and run npm start again.`;
  return wrap(text, look);
}
