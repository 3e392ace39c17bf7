import { type ComponentChild, h } from 'preact';
import type { Pairs, PictureRow, SpanDetails } from '../picture/picture.ts';
import { inlineCode } from './inline-code.ts';

/** Everything that the chosen span says. */
export function SpanDetailsPanel({
  row,
}: {
  readonly row: PictureRow | undefined;
}): ComponentChild {
  const { details, name, notes = [] } = row ?? {};
  return h(
    'section',
    { class: 'details', 'aria-label': name === undefined ? 'Span' : `Span ${name}` },
    h('h3', { id: 'details-title' }, name ?? 'Choose a span to see all of it'),
    notes.map((note) => h('p', { class: 'note-text', key: note }, inlineCode(note))),
    row && details ? h(Made, { row, details }) : row && h(NotMade, { row }),
  );
}

function NotMade({ row: { kind } }: { readonly row: PictureRow }): ComponentChild {
  return h(
    'p',
    { class: 'quiet' },
    kind === 'missing'
      ? 'This span is meant to be here, and was not made.'
      : 'This is where the span belongs. The line leads to where it hangs.',
  );
}

interface MadeProps {
  readonly row: PictureRow;
  readonly details: SpanDetails;
}

function Made({ row: { start, length, notes }, details }: MadeProps): ComponentChild {
  const { about, attributes, events, links, resource } = details;
  const times = [['started', `${start} after the beginning`] as const, ['took', length] as const];
  return h(
    'div',
    { class: 'details-parts' },
    part('Attributes', attributes.length === 0 ? none() : h(Table, { pairs: attributes, notes })),
    events.length > 0 &&
      part(
        'Events',
        events.map((event, index) =>
          h(Entry, { title: `${event.name} at ${event.at}`, pairs: event.attributes, key: index }),
        ),
      ),
    links.length > 0 &&
      part(
        'Links',
        links.map((link, index) =>
          h(Entry, { title: link.to, pairs: link.attributes, key: index }),
        ),
      ),
    part('About', h(Table, { pairs: [...times, ...about] })),
    part('Resource', resource.length === 0 ? none() : h(Table, { pairs: resource })),
  );
}

function part(title: string, content: ComponentChild): ComponentChild {
  return h('div', { class: 'details-part' }, h('h4', null, title), content);
}

function none(): ComponentChild {
  return h('p', { class: 'quiet' }, 'None.');
}

function Entry({
  title,
  pairs,
}: {
  readonly title: string;
  readonly pairs: Pairs;
}): ComponentChild {
  return h('div', null, h('p', null, title), pairs.length > 0 && h(Table, { pairs }));
}

interface TableProps {
  readonly pairs: Pairs;
  /** What is wrong; a name that is in there is marked. */
  readonly notes?: readonly string[];
}

function Table({ pairs, notes = [] }: TableProps): ComponentChild {
  return h(
    'dl',
    { class: 'pairs' },
    pairs.map(([name, value]) => {
      const isSpokenOf = notes.some((note) => note.includes(`\`${name}\``));
      const mark = isSpokenOf && h('span', { class: 'sign', 'aria-hidden': 'true' }, '≠ ');
      const word = isSpokenOf && h('span', { class: 'spoken' }, ', not as expected');
      return [
        h('dt', { class: isSpokenOf ? 'is-spoken-of' : undefined }, mark, name, word),
        h('dd', null, value),
      ];
    }),
  );
}
