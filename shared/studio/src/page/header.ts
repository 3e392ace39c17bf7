import { type ComponentChild, h } from 'preact';
import type { LessonEntry } from '../snapshot.ts';
import type { WatchedState } from '../state/page-state.ts';
import type { Act } from './act.ts';
import { ThemeChoice } from './theme.ts';

interface HeaderProps {
  readonly watched: WatchedState | undefined;
  readonly act: Act;
}

/** The name, the way to each lesson where one is watched, and the choice of a theme. */
export function Header({ watched, act }: HeaderProps): ComponentChild {
  return h(
    'header',
    { class: 'top' },
    h('p', { class: 'brand' }, h(Mark, null), 'Tracelings'),
    watched && h(LessonNav, { watched, act }),
    h(ThemeChoice, null),
  );
}

/** Three bars of a waterfall. */
function Mark(): ComponentChild {
  return h(
    'span',
    { class: 'mark', 'aria-hidden': 'true' },
    h('i', null),
    h('i', null),
    h('i', null),
  );
}

interface LessonNavProps {
  readonly watched: WatchedState;
  readonly act: Act;
}

/** How far all lessons are, and a way to each. */
function LessonNav({ watched: { lesson, lessons }, act }: LessonNavProps): ComponentChild {
  const done = lessons.filter(({ isDone }) => isDone).length;
  return h(
    'nav',
    { class: 'lessons', 'aria-label': 'Lessons' },
    h(
      'ol',
      null,
      lessons.map((entry) =>
        h('li', { key: entry.id }, lessonButton(entry, entry.id === lesson.id, act)),
      ),
    ),
    h('p', { class: 'quiet' }, `${done} of ${lessons.length} done`),
  );
}

function lessonButton(entry: LessonEntry, isCurrent: boolean, act: Act): ComponentChild {
  const { id, title, isDone } = entry;
  return h(
    'button',
    {
      type: 'button',
      class: `lesson-button${isDone ? ' is-done' : ''}`,
      'aria-current': isCurrent ? 'true' : undefined,
      title: `${title} · ${standing(entry)}`,
      onClick: () => act({ action: 'open', lesson: id }),
    },
    h('span', { 'aria-hidden': 'true' }, id.slice(0, 2), isDone && h('b', null, '✓')),
    h('span', { class: 'spoken' }, `Lesson ${id.slice(0, 2)}, ${title}, ${standing(entry)}`),
  );
}

function standing({ isDone, passed, checks }: LessonEntry): string {
  if (isDone) return 'done';
  return passed === undefined ? 'not opened yet' : `${passed} of ${checks} checks pass`;
}
