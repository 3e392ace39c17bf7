import { type ComponentChild, h } from 'preact';
import type { PictureLane } from '../picture/picture.ts';
import { percent } from './percent.ts';

/** The head of the waterfall: what its columns are, and the ticks of its time. */
export function Axis({ lane }: { readonly lane: PictureLane | undefined }): ComponentChild {
  return h(
    'div',
    { class: 'head', role: 'row', 'aria-rowindex': 1 },
    h('div', { role: 'columnheader' }, 'Span'),
    h(
      'div',
      { role: 'columnheader', class: 'axis' },
      h('span', { class: 'spoken' }, `Time, ${lane?.length ?? ''} in all`),
      lane?.ticks.map(({ at, text }) =>
        h(
          'span',
          { key: text, class: 'tick', 'aria-hidden': 'true', style: { left: percent(at) } },
          text,
        ),
      ),
    ),
    h('div', { role: 'columnheader', class: 'took' }, 'Took'),
  );
}
