import { type ComponentChild, h } from 'preact';
import type { WatchedState } from '../state/page-state.ts';
import type { Act } from './act.ts';
import { Prose } from './own-html.ts';
import { StartOver } from './start-over.ts';

interface StoryProps {
  readonly watched: WatchedState;
  readonly act: Act;
}

const mostPlaces = 6;

/** What there is to read, and where there is to edit. */
export function Story({ watched: { lesson, places, reply }, act }: StoryProps): ComponentChild {
  return h(
    'section',
    { class: 'story', 'aria-labelledby': 'lesson-title', tabIndex: 0 },
    h('p', { class: 'eyebrow' }, `Lesson ${lesson.number} · ${lesson.minutes} minutes`),
    h('h1', { id: 'lesson-title' }, lesson.title),
    h(Places, { places }),
    h(Prose, { text: lesson.text, key: lesson.id }),
    h('hr', null),
    h(StartOver, { act }),
    h('p', { role: 'status', class: 'reply' }, reply ?? ''),
  );
}

function Places({ places }: { readonly places: readonly string[] }): ComponentChild {
  const left = places.length - mostPlaces;
  return h(
    'div',
    { class: 'places' },
    h('p', { class: 'label' }, 'Edit'),
    h(
      'ul',
      null,
      places.slice(0, mostPlaces).map((place) => h('li', { key: place }, h('code', null, place))),
      left > 0 && h('li', { class: 'quiet' }, `… and ${left} more marked TODO`),
    ),
  );
}
