import { type ComponentChild, h } from 'preact';
import type { MovedLine } from './moved-lines.ts';

/** A line along the left edge, from where a span hangs to where it belongs. */
export function MovedMark({
  moved: { from, to, track },
}: {
  readonly moved: MovedLine;
}): ComponentChild {
  const top = Math.min(from, to);
  const isUp = to < from;
  return h('div', {
    class: `moved-mark ${isUp ? 'is-up' : 'is-down'}`,
    'aria-hidden': 'true',
    style: {
      top: `calc(var(--line) * ${top + 0.5})`,
      height: `calc(var(--line) * ${Math.abs(to - from)})`,
      left: `${0.2 + track * 0.25}rem`,
    },
  });
}
