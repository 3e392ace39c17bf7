import type { Look } from '../look.ts';
import { wrap } from './wrap.ts';

/** As wide as the labels inside a check's message, so that both line up. */
const labelColumns = 10;

/** A label and its text, the way a check's message lays them out. */
export function labelled(label: string, text: string, look: Look): string {
  const first = label.padEnd(labelColumns);
  const rest = ' '.repeat(labelColumns);
  const lines = wrap(text, { columns: look.columns, first, rest }).slice(label.length);
  return look.paint('strong', label) + lines;
}
