import type { Look, Paint } from '../look.ts';

/** One line of a long text, kept apart from its colour so that it can still be cut to a width. */
export interface Line {
  readonly text: string;
  readonly paint?: Paint;
}

export function linesScreen(lines: readonly Line[], look: Look): string {
  return lines.map((line) => paintedLine(line, look)).join('\n');
}

function paintedLine({ text, paint }: Line, look: Look): string {
  return paint === undefined ? text : look.paint(paint, text);
}
