import { type ComponentChild, h } from 'preact';
import type { Picture } from '../picture/picture.ts';
import type { Choice } from './shown-rows.ts';

/** The index of a trace as text, or all of them. */
export type TraceValue = string;

export const allTraces: TraceValue = '';

interface TraceChoiceProps {
  readonly picture: Picture;
  readonly value: TraceValue;
  readonly choose: (value: TraceValue) => void;
}

/** Which of several traces. Those that share no time axis are never shown together. */
export function TraceChoice({ picture, value, choose }: TraceChoiceProps): ComponentChild {
  const { traces, lanes } = picture;
  if (traces.length < 2) return null;
  return h(
    'label',
    { class: 'trace-choice' },
    h('span', { class: 'label' }, 'Trace'),
    h(
      'select',
      {
        value: shownValue(picture, value),
        onChange: (event: { readonly currentTarget: HTMLSelectElement }) =>
          choose(event.currentTarget.value),
      },
      lanes.length === 1 && h('option', { value: allTraces }, `All ${traces.length} of them`),
      traces.map(({ id, name, spans }, index) =>
        h(
          'option',
          { value: String(index), key: id },
          `${index + 1}: ${name}, ${spans === 1 ? '1 span' : `${spans} spans`}`,
        ),
      ),
    ),
  );
}

export function choiceOf(picture: Picture, value: TraceValue): Omit<Choice, 'folded'> {
  const shown = shownValue(picture, value);
  if (shown === allTraces) return { lane: 0 };
  const trace = Number(shown);
  return { trace, lane: picture.rows.find((row) => row.trace === trace)?.lane ?? 0 };
}

/** A trace that the last run does not have any more gives way to the first choice there is. */
function shownValue({ traces, lanes }: Picture, value: TraceValue): TraceValue {
  if (value !== allTraces && traces[Number(value)] !== undefined) return value;
  return lanes.length === 1 ? allTraces : '0';
}
