import { type ComponentChild, h } from 'preact';
import type { VerdictState, WatchedState } from '../state/page-state.ts';
import type { Act } from './act.ts';
import { checkMarks } from './check-marks.ts';

interface SummaryProps {
  readonly watched: WatchedState;
  readonly act: Act;
}

/** How far the lesson is, in one line and one bar. */
export function Summary({ watched, act }: SummaryProps): ComponentChild {
  const { verdict, phase } = watched;
  return h(
    'section',
    { class: 'summary card', 'data-word': verdict?.word ?? 'none', 'aria-label': 'Result' },
    h('p', { class: 'headline', role: 'status' }, headline(watched)),
    h(
      'p',
      { class: 'quiet facts' },
      verdict && `${verdict.points} of ${verdict.maxPoints} points`,
      verdict?.source === 'jaeger' && ' · read from Jaeger',
      h(
        'span',
        { class: 'checking', 'aria-hidden': 'true' },
        phase === 'checking' && ' · checking …',
      ),
    ),
    verdict && h(Segments, { verdict }),
    verdict?.word === 'passed' && phase === 'checked' && h(Done, { watched, act }),
  );
}

function headline({ verdict, phase }: WatchedState): string {
  if (phase === 'gone') return 'The folder with your files is not there any more';
  if (verdict === undefined) return 'Checking for the first time …';
  const passed = verdict.checks.filter((check) => check.verdict === 'passed').length;
  const count = verdict.checks.length;
  if (verdict.word === 'passed') {
    return count === 1 ? 'The one check passes' : `All ${count} checks pass`;
  }
  if (verdict.word === 'could-not-run') return 'The program could not be checked';
  if (verdict.word === 'environment-missing') return 'This machine lacks something; nothing counts';
  return `${passed} of ${count} checks ${passed === 1 ? 'passes' : 'pass'}`;
}

function Segments({ verdict: { checks } }: { readonly verdict: VerdictState }): ComponentChild {
  return h(
    'div',
    { class: 'segments', 'aria-hidden': 'true' },
    checks.map(({ id, verdict, title }) =>
      h('i', { key: id, class: `is-${verdict}`, title: `${checkMarks[verdict].sign} ${title}` }),
    ),
  );
}

function Done({ watched: { lesson, next }, act }: SummaryProps): ComponentChild {
  return h(
    'div',
    { class: 'done' },
    h('p', null, h('span', { class: 'label' }, 'Learned'), ' ', lesson.learned),
    next
      ? h(
          'button',
          {
            type: 'button',
            class: 'main',
            onClick: () => act({ action: 'open', lesson: next.id }),
          },
          `Next: ${next.title}`,
        )
      : h('p', null, 'That was the last lesson there is.'),
  );
}
