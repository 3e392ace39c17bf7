import { type ComponentChild, h } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RoomCell, RoomLearner, RoomLesson } from '../state/room-state.ts';
import { gradeMarks } from './grade-marks.ts';
import type { CellPlace } from './grid-keys.ts';

interface RoomRowProps {
  readonly learner: RoomLearner;
  readonly index: number;
  readonly lessons: readonly RoomLesson[];
  readonly isNameless: boolean;
  /** The column that keys act on, if they act on this row. */
  readonly activeColumn: number | undefined;
  /** The chosen grade, if it is one of this learner. */
  readonly chosen: string | undefined;
  readonly setActive: (place: CellPlace) => void;
  readonly choose: (grade: string) => void;
}

/** One learner. Drawn anew only when something in the row has changed: a class has many. */
export function RoomRow(props: RoomRowProps): ComponentChild {
  const { learner, index, lessons, isNameless, activeColumn, chosen } = props;
  return useMemo(
    () => rowOf(props),
    [learner, index, lessons.length, isNameless, activeColumn, chosen],
  );
}

function rowOf(props: RoomRowProps): ComponentChild {
  const { learner, index, isNameless } = props;
  return h(
    'tr',
    { 'aria-rowindex': index + 2 },
    h(
      'th',
      { scope: 'row', title: isNameless ? undefined : learner.name },
      isNameless ? `Learner ${index + 1}` : learner.name || '(no name)',
    ),
    h('td', { class: 'number' }, learner.points),
    learner.cells.map((cell, column) => cellOf(cell, column, props)),
  );
}

function cellOf(cell: RoomCell | null, column: number, props: RoomRowProps): ComponentChild {
  const { index, activeColumn, chosen, setActive, choose } = props;
  const open = (): void => {
    setActive({ row: index, column });
    if (cell) choose(cell.id);
  };
  return h(
    'td',
    {
      key: column,
      role: 'gridcell',
      class: `grade is-${cell?.verdict ?? 'absent'}`,
      'data-cell': `${index} ${column}`,
      tabIndex: activeColumn === column ? 0 : -1,
      'aria-selected': cell !== null && cell.id === chosen,
      onClick: open,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      },
    },
    cell ? h(Graded, { cell }) : absent,
  );
}

const absent = [
  h('span', { 'aria-hidden': 'true' }, '–'),
  h('span', { class: 'spoken' }, 'not handed in'),
];

function Graded({
  cell: { verdict, points, maxPoints },
}: {
  readonly cell: RoomCell;
}): ComponentChild {
  const { sign, word } = gradeMarks[verdict];
  const isCounted = verdict === 'not-yet';
  return h(
    'span',
    { title: word },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    h('span', { class: 'spoken' }, word),
    isCounted && h('span', { class: 'points' }, ` ${points}/${maxPoints}`),
  );
}
