import { type ComponentChild, h } from 'preact';

interface ShareProps {
  readonly part: number;
  readonly of: number;
}

/** How much of something, as a bar beside the numbers. Needs no style in the text of the page. */
export function Share({ part, of }: ShareProps): ComponentChild {
  return h('progress', {
    class: 'share',
    value: part,
    max: Math.max(of, 1),
    'aria-hidden': 'true',
  });
}
