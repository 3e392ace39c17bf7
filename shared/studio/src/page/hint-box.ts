import { type ComponentChild, h } from 'preact';
import type { HintsState } from '../state/page-state.ts';
import type { Act } from './act.ts';
import { Prose } from './own-html.ts';

interface HintBoxProps {
  readonly hints: HintsState | undefined;
  readonly act: Act;
}

const kinds = ['A question', 'A pointer', 'Nearly the answer'];

/** The hints that were asked for, and a way to the next. */
export function HintBox({ hints, act }: HintBoxProps): ComponentChild {
  const read = hints?.read ?? [];
  const levels = hints?.levels ?? 0;
  return h(
    'div',
    { class: 'hints' },
    h(
      'ol',
      { 'aria-live': 'polite' },
      read.map((text, index) =>
        h(
          'li',
          { key: index },
          h('p', { class: 'label' }, kinds[index] ?? `Hint ${index + 1}`),
          h(Prose, { text }),
        ),
      ),
    ),
    read.length < levels &&
      h(
        'button',
        { type: 'button', class: 'hint-button', onClick: () => act({ action: 'hint' }) },
        read.length === 0 ? 'Show a hint' : 'Show the next hint',
        h('span', { class: 'quiet' }, ` ${read.length + 1} of ${levels}`),
      ),
  );
}
