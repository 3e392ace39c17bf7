import { rowsOf } from '../screen/rows.ts';
import type { Line } from '../screen/line.ts';

/** How much fits on the terminal. */
export interface Room {
  readonly columns: number;
  readonly rows: number;
}

/** A long text in front of the lesson, to be scrolled through and closed. */
export interface Page {
  readonly kind: 'page';
  readonly title: string;
  /** All of it, laid out anew for a terminal that has become wider or narrower. */
  readonly linesFor: (columns: number) => readonly Line[];
  /** The first line on the screen, counted in lines as they are folded. */
  readonly top: number;
}

/** The title and the keys, a blank line beside each, and the row where the cursor rests. */
const frameRows = 5;

/** @param draw the page in so many columns; a line that is wider is folded */
export function openPage(title: string, draw: (columns: number) => readonly Line[]): Page {
  let drawn: { readonly columns: number; readonly lines: readonly Line[] } | undefined;
  const linesFor = (columns: number): readonly Line[] => {
    if (drawn?.columns !== columns) drawn = { columns, lines: foldLines(draw(columns), columns) };
    return drawn.lines;
  };
  return { kind: 'page', title, linesFor, top: 0 };
}

/** The page after a key; none when the key closes it. */
export function turnPage(page: Page, key: string, room: Room): Page | undefined {
  if (key === 'q' || key === 'escape' || key === 'return') return undefined;
  const { length } = page.linesFor(room.columns);
  const step = steps(key, rowsFor(room), length);
  return step === undefined ? page : { ...page, top: clampTo(length, page.top + step, room) };
}

function steps(key: string, rows: number, far: number): number | undefined {
  const distances: Readonly<Record<string, number>> = {
    up: -1,
    k: -1,
    down: 1,
    j: 1,
    pageup: -rows,
    b: -rows,
    pagedown: rows,
    space: rows,
    home: -Infinity,
    g: -Infinity,
    end: Infinity,
    'shift+g': Infinity,
  };
  const distance = distances[key];
  return distance === undefined ? undefined : Math.max(-far, Math.min(far, distance));
}

export interface Extract {
  readonly lines: readonly Line[];
  /** How many lines are above and below. */
  readonly above: number;
  readonly below: number;
}

/** The part of a page that fits. A terminal that became smaller never leads past the end. */
export function extractOf(page: Page, room: Room): Extract {
  const folded = page.linesFor(room.columns);
  const above = clampTo(folded.length, page.top, room);
  const lines = folded.slice(above, above + rowsFor(room));
  return { lines, above, below: folded.length - above - lines.length };
}

function rowsFor({ rows }: Room): number {
  return Math.max(1, rows - frameRows);
}

function clampTo(length: number, top: number, room: Room): number {
  return Math.max(0, Math.min(top, length - rowsFor(room)));
}

function foldLines(lines: readonly Line[], columns: number): Line[] {
  return lines.flatMap((line) => foldLine(line, Math.max(1, columns)));
}

/** A line that is too wide goes on in the next row, as terminals do it, but between words and counted. */
function foldLine({ text, ...rest }: Line, columns: number): Line[] {
  return rowsOf(text, columns).map((row) => ({ ...rest, text: row }));
}
