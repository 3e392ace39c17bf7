import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { Picture } from '../picture/picture.ts';
import { TraceChoice, type TraceValue, allTraces, choiceOf } from './trace-choice.ts';
import { Waterfall } from './waterfall.ts';

interface PictureViewProps {
  readonly picture: Picture;
  /** More to choose, beside the choice of a trace. @param trace index of the one that is shown first */
  readonly tools?: (trace: number) => ComponentChild;
  /** Between the tools and the rows. */
  readonly above?: ComponentChild;
}

/** A picture of a run's traces, with what is chosen, folded and scrolled to. */
export function PictureView({ picture, tools, above }: PictureViewProps): ComponentChild {
  const [trace, setTrace] = useState<TraceValue>(allTraces);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const choice = choiceOf(picture, trace);
  return h(
    'div',
    null,
    h(
      'div',
      { class: 'trace-tools' },
      h('p', { class: 'quiet', role: 'status' }, countText(picture)),
      h(TraceChoice, { picture, value: trace, choose: setTrace }),
      tools?.(choice.trace ?? 0),
    ),
    above,
    picture.rows.length === 0
      ? h('p', { class: 'empty' }, 'No span was made in this run.')
      : h(Waterfall, { picture, choice, folded, setFolded, active, setActive }),
  );
}

function countText({ rows, traces }: Picture): string {
  const made = rows.filter(({ kind }) => kind === 'span');
  const open = made.filter(({ isOpen }) => isOpen).length;
  return [
    made.length === 1 ? '1 span' : `${made.length} spans`,
    traces.length === 1 ? '1 trace' : `${traces.length} traces`,
    ...(open > 0 ? [`${open} never ended`] : []),
  ].join(', ');
}
