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

/** More than this are a list to open: so many buttons would hide the rows. */
const mostButtons = 16;

/** Which of several traces. Those that share no time axis are never shown together. */
export function TraceChoice({ picture, value, choose }: TraceChoiceProps): ComponentChild {
  const { traces, lanes } = picture;
  if (traces.length < 2) return null;
  const options: Option[] = traces.map(({ name, spans }, index) => ({
    value: String(index),
    short: String(index + 1),
    long: `${name}, ${spans === 1 ? '1 span' : `${spans} spans`}`,
  }));
  if (lanes.length === 1) {
    options.unshift({
      value: allTraces,
      short: `All ${traces.length}`,
      long: 'Each trace of the run',
    });
  }
  const shown = { options, value: shownValue(picture, value), choose };
  return h(traces.length > mostButtons ? TraceList : TraceButtons, shown);
}

interface Option {
  readonly value: TraceValue;
  readonly short: string;
  readonly long: string;
}

interface OptionsProps {
  readonly options: readonly Option[];
  readonly value: TraceValue;
  readonly choose: (value: TraceValue) => void;
}

function TraceButtons({ options, value: shown, choose }: OptionsProps): ComponentChild {
  const button = ({ value, short, long }: Option): ComponentChild =>
    h(
      'button',
      {
        type: 'button',
        key: value,
        title: long,
        'aria-label': value === allTraces ? `${short} traces` : `Trace ${short}: ${long}`,
        'aria-pressed': value === shown,
        onClick: () => choose(value),
      },
      short,
    );
  return h(
    'div',
    { class: 'trace-choice' },
    h('span', { class: 'label', 'aria-hidden': 'true' }, 'Trace'),
    h('div', { class: 'choice', role: 'group', 'aria-label': 'Which trace' }, options.map(button)),
  );
}

function TraceList({ options, value: shown, choose }: OptionsProps): ComponentChild {
  const chosen = (event: { readonly currentTarget: HTMLSelectElement }): void =>
    choose(event.currentTarget.value);
  return h(
    'label',
    { class: 'trace-choice' },
    h('span', { class: 'label' }, 'Trace'),
    h(
      'select',
      { value: shown, onChange: chosen },
      options.map(({ value, short, long }) =>
        h('option', { value, key: value }, value === allTraces ? short : `${short}: ${long}`),
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
