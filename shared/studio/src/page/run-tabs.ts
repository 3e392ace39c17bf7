import { type ComponentChild, h } from 'preact';
import type { RunState } from '../state/page-state.ts';

interface RunTabsProps {
  readonly runs: readonly RunState[];
  readonly chosen: string;
  readonly choose: (scenario: string) => void;
}

/** One button for each scenario that was run. */
export function RunTabs({ runs, chosen, choose }: RunTabsProps): ComponentChild {
  return h(
    'div',
    { class: 'choice run-tabs', role: 'group', 'aria-label': 'Which scenario' },
    runs.map(({ scenario, spans }) =>
      h(
        'button',
        {
          type: 'button',
          key: scenario,
          'aria-pressed': scenario === chosen,
          onClick: () => choose(scenario),
        },
        scenario,
        h('span', { class: 'quiet' }, ` ${spans}`),
        h('span', { class: 'spoken' }, spans === 1 ? ' span' : ' spans'),
      ),
    ),
  );
}
