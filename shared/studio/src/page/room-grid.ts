import { type ComponentChild, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { RoomLearner, RoomLesson } from '../state/room-state.ts';
import { type CellPlace, cellFor } from './grid-keys.ts';
import { RoomRow } from './room-row.ts';
import { Share } from './share.ts';

interface RoomGridProps {
  readonly lessons: readonly RoomLesson[];
  readonly learners: readonly RoomLearner[];
  /** The grade that is shown in full. */
  readonly chosen: string | undefined;
  readonly choose: (grade: string) => void;
  /** Names are left out, as for a wall that everybody sees. */
  readonly isNameless: boolean;
}

/** Lessons by learners. One cell is in the order of the tab key; arrows go to the others. */
export function RoomGrid(props: RoomGridProps): ComponentChild {
  const { lessons, learners } = props;
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const size = { rows: learners.length, columns: lessons.length };
  const row = Math.min(active.row, size.rows - 1);
  const pressed = (event: KeyboardEvent): void => {
    const place = cellFor(event, { row, column: active.column }, size);
    if (place === undefined) return;
    event.preventDefault();
    setActive(place);
    cellAt(table.current, place)?.focus();
  };
  return h(
    'div',
    { class: 'room-scroll' },
    h(
      'table',
      {
        ref: table,
        class: 'room-grid',
        role: 'grid',
        'aria-label': 'Lessons by learners',
        'aria-rowcount': size.rows + 1,
        onKeyDown: pressed,
      },
      h('thead', null, h(Head, { lessons })),
      h(Body, { ...props, active: { ...active, row }, setActive }),
    ),
  );
}

interface BodyProps extends RoomGridProps {
  readonly active: CellPlace;
  readonly setActive: (place: CellPlace) => void;
}

function Body({ learners, active, chosen, ...rest }: BodyProps): ComponentChild {
  return h(
    'tbody',
    null,
    learners.map((learner, index) =>
      h(RoomRow, {
        ...rest,
        key: learner.key,
        learner,
        index,
        activeColumn: index === active.row ? active.column : undefined,
        chosen: learner.cells.some((cell) => cell?.id === chosen) ? chosen : undefined,
      }),
    ),
  );
}

function cellAt(table: HTMLTableElement | null, { row, column }: CellPlace): HTMLElement | null {
  return table?.querySelector(`[data-cell="${row} ${column}"]`) ?? null;
}

function Head({ lessons }: Pick<RoomGridProps, 'lessons'>): ComponentChild {
  return h(
    'tr',
    { 'aria-rowindex': 1 },
    h('th', { scope: 'col' }, 'Learner'),
    h('th', { scope: 'col', class: 'number' }, 'Points'),
    lessons.map(({ id, passed, graded }) =>
      h(
        'th',
        { scope: 'col', key: id, title: id },
        h(
          'span',
          { class: 'lesson-id' },
          id.slice(0, 2),
          h('span', null, id.slice(2).replaceAll('-', ' ')),
        ),
        h(Share, { part: passed, of: graded }),
        h(
          'span',
          { class: 'quiet' },
          `${passed} of ${graded}`,
          h('span', { class: 'spoken' }, ' passed'),
        ),
      ),
    ),
  );
}
