import { type ComponentChild, h } from 'preact';
import type { RunState, WatchedState } from '../state/page-state.ts';

/** What the runs printed, and what there is to know about them. Nothing of it is judged. */
export function Output({ watched: { runs } }: { readonly watched: WatchedState }): ComponentChild {
  const telling = runs.filter(({ output, remarks }) =>
    [output.stdout, output.stderr, ...remarks].some((text) => text.trim() !== ''),
  );
  if (telling.length === 0) return null;
  return h(
    'section',
    { class: 'output card', 'aria-labelledby': 'output-title' },
    h('h2', { id: 'output-title' }, 'What your program said'),
    h('p', { class: 'quiet' }, 'Print what you like: it is not judged.'),
    telling.map((run) => h(RunOutput, { run, key: run.scenario, isAlone: runs.length === 1 })),
  );
}

interface RunOutputProps {
  readonly run: RunState;
  readonly isAlone: boolean;
}

function RunOutput({
  run: { scenario, output, remarks },
  isAlone,
}: RunOutputProps): ComponentChild {
  return h(
    'div',
    { class: 'run-output' },
    !isAlone && h('h3', null, `Run “${scenario}”`),
    remarks.length > 0 &&
      h(
        'ul',
        { class: 'remarks' },
        remarks.map((remark, index) => h('li', { key: index }, remark)),
      ),
    h(Printed, { text: output.stdout, label: `Output of run ${scenario}` }),
    h(Printed, { text: output.stderr, label: `Error output of run ${scenario}` }),
  );
}

function Printed({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): ComponentChild {
  if (text.trim() === '') return null;
  const isError = label.startsWith('Error');
  return h(
    'div',
    null,
    isError && h('p', { class: 'label' }, 'On stderr'),
    h('pre', { tabIndex: 0, role: 'region', 'aria-label': label }, text.trimEnd()),
  );
}
