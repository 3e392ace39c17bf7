import { type ComponentChild, h } from 'preact';
import { useRef } from 'preact/hooks';
import type { Act } from './act.ts';

/** The starter back, once the learner has said yes. */
export function StartOver({ act }: { readonly act: Act }): ComponentChild {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  const reset = (): void => {
    close();
    act({ action: 'reset' });
  };
  return h(
    'div',
    { class: 'start-over' },
    h(
      'button',
      { type: 'button', class: 'plain', onClick: () => dialog.current?.showModal() },
      'Start over …',
    ),
    h(
      'dialog',
      { ref: dialog, 'aria-labelledby': 'start-over-title' },
      h('h2', { id: 'start-over-title' }, 'Put the starter back?'),
      h('p', null, 'Your edits are kept in a folder beside it, and nothing of them is lost.'),
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'main', onClick: reset }, 'Put the starter back'),
        h('button', { type: 'button', onClick: close }, 'Keep on working'),
      ),
    ),
  );
}
