import type { ExplanationParts } from './explanation.ts';
import { sideBySide, single } from '../words/side-by-side.ts';
import { wrap } from '../words/wrap.ts';

/** A message fits beside the code in an editor, in a terminal, and in a graded report. */
const MESSAGE_COLUMNS = 100;

const LABEL_COLUMNS = 10;

export function layOutMessage(parts: ExplanationParts): string {
  const text = [
    labelled('Expected', parts.sought),
    labelled('Found', parts.found),
    labelled('Perhaps', parts.because),
    labelled('Next', parts.next),
  ];
  const prose = text.filter((line) => line !== undefined).join('\n');
  const drawing = layOutDrawings(parts);
  return drawing === undefined ? prose : `${prose}\n\n${drawing}`;
}

function layOutDrawings({ expected, actual }: ExplanationParts): string | undefined {
  if (expected !== undefined && actual !== undefined) {
    return sideBySide(expected, actual, MESSAGE_COLUMNS);
  }
  if (actual !== undefined) return single('actual', actual, MESSAGE_COLUMNS);
  return expected === undefined ? undefined : single('expected', expected, MESSAGE_COLUMNS);
}

function labelled(label: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const lines = wrap(text, MESSAGE_COLUMNS - LABEL_COLUMNS);
  return lines
    .map((line, index) => (index === 0 ? label : '').padEnd(LABEL_COLUMNS) + line)
    .join('\n');
}
