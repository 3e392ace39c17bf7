import type { LessonFolder } from '@tracelings/lesson-kit';
import { join } from 'node:path';
import { readablePath } from '@tracelings/lesson-kit';
import type { Todo } from '../lesson/todo.ts';
import type { Look } from '../look.ts';
import { labelled } from './labelled.ts';

export interface Workplace {
  readonly lesson: LessonFolder;
  /** What is still marked as work in the learner's copy. */
  readonly todos: readonly Todo[];
  /** The copy was made a moment ago. */
  readonly copied: boolean;
  /** Where the same can be seen in a browser. */
  readonly page?: string;
}

const mostTodos = 4;

/** Where to read and where to edit. */
export function workplaceScreen({ lesson, todos, copied, page }: Workplace, look: Look): string {
  const files = readablePath(lesson.src);
  const made = `${files}, a copy of the starter made now`;
  return [
    labelled('Read', readablePath(join(lesson.directory, 'README.md')), look),
    ...(page === undefined ? [] : [labelled('Page', page, look)]),
    ...(copied ? [labelled('Yours', made, look)] : []),
    ...places(lesson, todos).map((place, index) =>
      labelled(index === 0 ? 'Edit' : '', place, look),
    ),
  ].join('\n');
}

/** A place alone on its line is what editors and terminals make clickable. */
function places(lesson: LessonFolder, todos: readonly Todo[]): string[] {
  if (todos.length === 0) return [readablePath(join(lesson.src, lesson.manifest.entry))];
  const listed = todos.slice(0, mostTodos).map(({ file, line }) => `${readablePath(file)}:${line}`);
  const left = todos.length - listed.length;
  return left === 0 ? listed : [...listed, `… and ${left} more marked TODO`];
}
