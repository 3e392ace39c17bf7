import { type ComponentChild, h } from 'preact';
import type { Order } from './room-rows.ts';

interface RoomToolsProps {
  readonly shown: number;
  readonly all: number;
  readonly order: Order;
  readonly setOrder: (order: Order) => void;
  readonly isNameless: boolean;
  readonly setIsNameless: (isNameless: boolean) => void;
  /** Ends the choice of a check; absent where none is chosen. */
  readonly showAll: (() => void) | undefined;
}

/** In what order, whose names, and a way back to everybody. */
export function RoomTools(props: RoomToolsProps): ComponentChild {
  const { shown, all, order, setOrder, isNameless, setIsNameless, showAll } = props;
  const by = (value: Order, text: string): ComponentChild =>
    h(
      'button',
      { type: 'button', 'aria-pressed': order === value, onClick: () => setOrder(value) },
      text,
    );
  return h(
    'div',
    { class: 'trace-tools' },
    h(
      'div',
      { class: 'choice', role: 'group', 'aria-label': 'In what order' },
      by('name', 'By name'),
      by('points', 'Fewest points first'),
    ),
    h(
      'label',
      { class: 'check-box' },
      h('input', {
        type: 'checkbox',
        checked: isNameless,
        onChange: () => setIsNameless(!isNameless),
      }),
      'Leave names out',
    ),
    h('p', { class: 'quiet', role: 'status' }, showAll ? `${shown} of ${all} learners` : ''),
    showAll && h('button', { type: 'button', onClick: showAll }, 'Show all of them'),
  );
}
