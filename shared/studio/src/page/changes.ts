import { type ComponentChild, h } from 'preact';
import type { Change } from '../picture/changes.ts';

const most = 6;

/** What the last save changed about the trace. */
export function Changes({ changes }: { readonly changes: readonly Change[] }): ComponentChild {
  if (changes.length === 0) return null;
  const left = changes.length - most;
  return h(
    'ul',
    { class: 'changes', 'aria-label': 'Since the run before' },
    changes
      .slice(0, most)
      .map(({ name, what }) => h('li', { key: name }, h('code', null, name), ` ${what}`)),
    left > 0 && h('li', { class: 'quiet' }, `… and ${left} more`),
  );
}
