import type { Trace } from '@tracelings/trace-shape';
import type { Failing } from '../lesson/recording.ts';
import type { Look, Paint } from '../look.ts';
import type { Line } from './line.ts';
import { messageScreen } from './message.ts';
import { waterfallLines } from './waterfall.ts';
import { wrap } from './wrap.ts';

export interface ShownTrace {
  readonly trace: Trace;
  /** Where the trace is from, for the first line. */
  readonly title: string;
  readonly failing?: Failing | undefined;
  readonly width: number;
  readonly most: number;
  /** How to see the spans that are folded. */
  readonly unfold: string;
  /** What else there is to see, and how. */
  readonly others?: string | undefined;
}

/** A trace as a waterfall, and what the failing check says of it below. */
export function traceLines(shown: ShownTrace, look: Look): Line[] {
  const { trace, failing, width, most } = shown;
  const { traceId, spanId } = failing?.span ?? { traceId: '', spanId: '' };
  const marked = trace.find(traceId, spanId);
  return [
    { text: shown.title, paint: 'title' },
    { text: countText(trace), paint: 'quiet' },
    { text: '' },
    ...waterfallLines(trace, { width, most, marked }),
    ...foldedLines(shown),
    ...otherLines(shown, look),
    ...(failing ? failingLines(failing, marked !== undefined, look) : []),
  ];
}

function countText({ spans, traceIds, open }: Trace): string {
  return [
    counted(spans.length, 'span'),
    counted(traceIds.length, 'trace'),
    ...(open.length > 0 ? [`${open.length} never ended (░)`] : []),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function foldedLines({ trace, most, unfold }: ShownTrace): Line[] {
  if (trace.spans.length <= most) return [];
  return [
    { text: '' },
    { text: `Some of the ${trace.spans.length} spans are folded. ${unfold}`, paint: 'quiet' },
  ];
}

function otherLines({ others = '' }: ShownTrace, look: Look): Line[] {
  return others === '' ? [] : [{ text: '' }, ...asLines(wrap(others, look), 'quiet')];
}

function failingLines({ title, message }: Failing, isMarked: boolean, look: Look): Line[] {
  const pointer = isMarked ? '▶ ' : '';
  return [
    { text: '' },
    ...asLines(wrap(title, { columns: look.columns, first: `${pointer}✗ ` }), 'bad'),
    { text: '' },
    ...messageScreen(message, look)
      .split('\n')
      .map((text) => ({ text })),
  ];
}

function asLines(text: string, paint: Paint): Line[] {
  return text.split('\n').map((line) => ({ text: line, paint }));
}
