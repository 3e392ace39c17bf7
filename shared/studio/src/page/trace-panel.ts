import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { Picture } from '../picture/picture.ts';
import type { RunState, WatchedState } from '../state/page-state.ts';
import { Changes } from './changes.ts';
import { useKept } from './kept-request.ts';
import { PictureView } from './picture-view.ts';
import { RunTabs } from './run-tabs.ts';

type When = 'now' | 'before';

/** The traces of the last run: one scenario and one moment at a time. */
export function TracePanel({ watched }: { readonly watched: WatchedState }): ComponentChild {
  const { runs, shown } = watched;
  const [scenario, setScenario] = useState<string>();
  const wanted = scenario ?? shown;
  const run = runs.find((each) => each.scenario === wanted) ?? runs[0];
  return h(
    'section',
    { class: 'trace card', id: 'trace', 'aria-labelledby': 'trace-title', tabIndex: -1 },
    h('h2', { id: 'trace-title' }, 'The trace that you made'),
    runs.length > 1 && run && h(RunTabs, { runs, chosen: run.scenario, choose: setScenario }),
    run
      ? h(RunView, {
          run,
          key: run.scenario,
          jaeger: run.scenario === shown ? watched.jaeger : undefined,
        })
      : h('p', { class: 'quiet' }, 'It is drawn here after the first run.'),
  );
}

interface RunViewProps {
  readonly run: RunState;
  /** Absent where no Jaeger was sent this run: it is sent the one that the failing check looked at. */
  readonly jaeger: string | undefined;
}

function RunView({ run, jaeger }: RunViewProps): ComponentChild {
  const [when, setWhen] = useState<When>('now');
  const id = when === 'before' && run.before !== undefined ? run.before : run.picture;
  const loaded = useKept<Picture>('pictures', id);
  if (loaded === undefined) return h('div', { class: 'waterfall-space', 'aria-busy': 'true' });
  const picture = loaded.value;
  return h(PictureView, {
    picture,
    tools: (trace) => [
      run.before !== undefined && h(WhenChoice, { when, choose: setWhen }),
      when === 'now' && jaeger !== undefined && h(JaegerLink, { jaeger, picture, trace }),
    ],
    above: when === 'now' && h(Changes, { changes: run.changes }),
  });
}

interface WhenChoiceProps {
  readonly when: When;
  readonly choose: (when: When) => void;
}

function WhenChoice({ when, choose }: WhenChoiceProps): ComponentChild {
  const button = (value: When, text: string): ComponentChild =>
    h(
      'button',
      { type: 'button', 'aria-pressed': when === value, onClick: () => choose(value) },
      text,
    );
  return h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': 'Which run' },
    button('before', 'Before'),
    button('now', 'Now'),
  );
}

interface JaegerLinkProps {
  readonly jaeger: string;
  readonly picture: Picture;
  readonly trace: number;
}

function JaegerLink({ jaeger, picture, trace }: JaegerLinkProps): ComponentChild {
  const id = picture.traces[trace]?.id;
  if (id === undefined || !/^https?:\/\//.test(jaeger)) return null;
  const href = new URL(`/trace/${id}`, jaeger).href;
  return h(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer' },
    picture.traces.length > 1 ? `Trace ${trace + 1} in Jaeger` : 'The same in Jaeger',
  );
}
