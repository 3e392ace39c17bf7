import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { RoomStop } from '../state/room-state.ts';
import { inlineCode } from './inline-code.ts';
import { stopKey } from './room-rows.ts';
import { Share } from './share.ts';

interface RoomStopsProps {
  readonly stops: readonly RoomStop[];
  readonly chosen: string | undefined;
  readonly choose: (stop: string | undefined) => void;
}

const few = 8;

/** The checks that stop learners, the one that stops most of them first. */
export function RoomStops({ stops, chosen, choose }: RoomStopsProps): ComponentChild {
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? stops : stops.slice(0, few);
  return h(
    'section',
    { class: 'card room-stops', 'aria-labelledby': 'stops-title' },
    h('h2', { id: 'stops-title' }, 'What stops most of them'),
    h('p', { class: 'quiet' }, 'The first check to mend. Choose one to see whom it stops.'),
    stops.length === 0 && h('p', null, 'Nothing so far.'),
    h(
      'ol',
      null,
      shown.map((stop) => h('li', { key: stopKey(stop) }, h(Stop, { stop, chosen, choose }))),
    ),
    stops.length > few &&
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          'aria-expanded': isLong,
          onClick: () => setIsLong(!isLong),
        },
        isLong ? 'Show fewer' : `Show all ${stops.length}`,
      ),
  );
}

interface StopProps extends Omit<RoomStopsProps, 'stops'> {
  readonly stop: RoomStop;
}

function Stop({ stop, chosen, choose }: StopProps): ComponentChild {
  const { lesson, title, learners, of } = stop;
  const key = stopKey(stop);
  const isChosen = key === chosen;
  return h(
    'button',
    {
      type: 'button',
      class: 'stop',
      'aria-pressed': isChosen,
      onClick: () => choose(isChosen ? undefined : key),
    },
    h(
      'span',
      { class: 'stop-title' },
      h('span', { class: 'quiet' }, `${lesson.slice(0, 2)} `),
      inlineCode(title),
    ),
    h('span', { class: 'quiet stop-count' }, `${learners} of ${of}`),
    h(Share, { part: learners, of }),
  );
}
