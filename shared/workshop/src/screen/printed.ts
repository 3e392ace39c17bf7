import { cut } from '@tracelings/trace-shape/text';
import type { Printed } from '../lesson/judging.ts';
import type { Look } from '../look.ts';
import { harmless } from './harmless.ts';

const mostLines = 12;

/** The program's own prints, set apart so that nobody takes them for ours. Empty when it printed nothing. */
export function printedScreen(printed: Printed, look: Look): string {
  return [
    part('Your program printed (it is not judged):', printed.stdout, look),
    part('Your program printed to stderr (it is not judged):', printed.stderr, look),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function part(label: string, text: string, look: Look): string {
  const lines = harmless(text).trimEnd().split('\n');
  if (lines.length === 1 && lines[0] === '') return '';
  const shown = lines.slice(0, mostLines).map((line) => `│ ${cut(line, look.columns - 2)}`);
  const left = lines.length - shown.length;
  if (left > 0) shown.push(`│ … and ${left} more ${left === 1 ? 'line' : 'lines'}`);
  return [label, ...shown.map((line) => look.paint('quiet', line))].join('\n');
}
