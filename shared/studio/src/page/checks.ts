import { type ComponentChild, h } from 'preact';
import type { CheckSnapshot } from '../snapshot.ts';
import type { VerdictState } from '../state/page-state.ts';
import { checkMarks } from './check-marks.ts';
import { inlineCode } from './inline-code.ts';

interface ChecksProps {
  readonly verdict: VerdictState;
  /** Another verdict is on its way. */
  readonly isStale: boolean;
}

export function Checks({ verdict: { checks }, isStale }: ChecksProps): ComponentChild {
  return h(
    'section',
    { class: `checks card${isStale ? ' is-stale' : ''}`, 'aria-labelledby': 'checks-title' },
    h('h2', { id: 'checks-title' }, 'The checks'),
    h(
      'ol',
      null,
      checks.map((check) => h('li', { key: check.id, class: `is-${check.verdict}` }, line(check))),
    ),
  );
}

function line({ title, verdict, points, maxPoints }: CheckSnapshot): ComponentChild[] {
  const { sign, word } = checkMarks[verdict];
  return [
    h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    h('span', { class: 'title' }, inlineCode(title), h('span', { class: 'spoken' }, `, ${word}`)),
    h('span', { class: 'quiet points' }, `${points}/${maxPoints}`),
  ];
}
