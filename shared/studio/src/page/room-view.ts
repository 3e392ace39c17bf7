import { type ComponentChild, h } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { RoomState } from '../state/room-state.ts';
import { RoomGrade } from './room-grade.ts';
import { RoomGrid } from './room-grid.ts';
import { type Order, shownLearners } from './room-rows.ts';
import { RoomStops } from './room-stops.ts';
import { RoomSummary } from './room-summary.ts';
import { RoomTools } from './room-tools.ts';

/** A class: who is where, and what stops most of them. */
export function RoomView({ room }: { readonly room: RoomState }): ComponentChild {
  const [stop, setStop] = useState<string>();
  const [grade, setGrade] = useState<string>();
  const [isNameless, setIsNameless] = useState(false);
  const close = (): void => setGrade(undefined);
  return h(
    'main',
    { class: 'room' },
    h(RoomSummary, { room }),
    room.learners.length > 0 &&
      h(Class, { room, stop, setStop, grade, setGrade, isNameless, setIsNameless }),
    h(
      'div',
      { class: 'room-aside' },
      grade !== undefined && h(RoomGrade, { id: grade, isNameless, close }),
      h(RoomStops, { stops: room.stops, chosen: stop, choose: setStop }),
    ),
  );
}

interface ClassProps {
  readonly room: RoomState;
  readonly stop: string | undefined;
  readonly setStop: (stop: string | undefined) => void;
  readonly grade: string | undefined;
  readonly setGrade: (grade: string) => void;
  readonly isNameless: boolean;
  readonly setIsNameless: (isNameless: boolean) => void;
}

function Class(props: ClassProps): ComponentChild {
  const { room, stop, setStop, grade, setGrade, isNameless, setIsNameless } = props;
  const [order, setOrder] = useState<Order>('name');
  const learners = useMemo(() => shownLearners(room, { order, stop }), [room, order, stop]);
  const { lessons } = room;
  return h(
    'section',
    { class: 'card room-class', 'aria-labelledby': 'class-title' },
    h('h2', { id: 'class-title' }, 'Who is where'),
    h(RoomTools, {
      order,
      setOrder,
      isNameless,
      setIsNameless,
      shown: learners.length,
      all: room.learners.length,
      showAll: stop === undefined ? undefined : () => setStop(undefined),
    }),
    h(RoomGrid, { lessons, learners, chosen: grade, choose: setGrade, isNameless }),
  );
}
