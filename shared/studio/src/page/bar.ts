import { type ComponentChild, h } from 'preact';
import type { PictureRow } from '../picture/picture.ts';
import { percent } from './percent.ts';

const colours = 8;

/** Beyond eight services, colours come again: a row's words say which it is. */
export function serviceClass(service: number): string {
  return `service-${service % colours}`;
}

/** A span in time. One without an end fades out, one that is not there is an outline. */
export function Bar({ row }: { readonly row: PictureRow }): ComponentChild {
  const { kind, from, to, isOpen, isError, service = 0, events } = row;
  const looks = [
    'bar',
    kind === 'span' ? serviceClass(service) : 'is-outline',
    isOpen ? 'is-open' : '',
    isError ? 'is-error' : '',
  ];
  return h(
    'div',
    { class: 'track', 'aria-hidden': 'true' },
    h('div', {
      class: looks.filter((look) => look !== '').join(' '),
      style: { left: percent(from), width: percent(to - from) },
    }),
    events.map(({ at, text }, index) =>
      h('i', { key: index, class: 'event', title: text, style: { left: percent(at) } }),
    ),
  );
}
