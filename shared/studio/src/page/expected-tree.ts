import { type ComponentChild, h } from 'preact';
import type { ExpectedState } from '../state/page-state.ts';

const marks: Record<ExpectedState['state'], { readonly sign: string; readonly word: string }> = {
  found: { sign: '✓', word: 'is there' },
  differs: { sign: '≠', word: 'differs' },
  moved: { sign: '↷', word: 'hangs elsewhere' },
  missing: { sign: '○', word: 'missing' },
};

/** The expected spans as a list in lists, each with what became of it. */
export function ExpectedTree({
  spans,
}: {
  readonly spans: readonly ExpectedState[];
}): ComponentChild {
  return h(
    'ul',
    { class: 'expected-tree' },
    spans.map((span, index) => h('li', { key: index }, h(ExpectedLine, { span }))),
  );
}

function ExpectedLine({ span }: { readonly span: ExpectedState }): ComponentChild[] {
  const { name, facts, state, children } = span;
  const { sign, word } = marks[state];
  const about = [...facts, ...(state === 'found' ? [] : [word])].join(' · ');
  return [
    h(
      'span',
      { class: `expected-span is-${state}` },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      h('span', { class: 'name' }, name),
      about !== '' && h('span', { class: 'quiet' }, ` · ${about}`),
      state === 'found' && h('span', { class: 'spoken' }, `, ${word}`),
    ),
    ...(children.length === 0 ? [] : [h(ExpectedTree, { spans: children })]),
  ];
}
