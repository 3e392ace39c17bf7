import type { PictureRow } from '../picture/picture.ts';

/** Which rows are asked for: all traces, or those of one; and what is folded away. */
export interface Choice {
  /** Index into the picture's traces; all of them unless told. */
  readonly trace?: number | undefined;
  readonly lane?: number | undefined;
  /** Keys of the rows whose children are hidden. */
  readonly folded: ReadonlySet<string>;
}

/** The rows to be shown, in their order. */
export function shownRows(rows: readonly PictureRow[], choice: Choice): PictureRow[] {
  const { trace, lane, folded } = choice;
  const shown: PictureRow[] = [];
  let hiddenBelow = Infinity;
  for (const row of rows) {
    if (trace !== undefined && row.trace !== undefined && row.trace !== trace) continue;
    if (lane !== undefined && row.lane !== lane) continue;
    if (row.level > hiddenBelow) continue;
    hiddenBelow = folded.has(row.key) ? row.level : Infinity;
    shown.push(row);
  }
  return shown;
}

/** A line on the page: a row, or what is wrong about the row above it. */
export interface Line {
  readonly row: PictureRow;
  /** Index of the row among those that are shown. */
  readonly index: number;
  readonly note?: string;
}

export function linesOf(rows: readonly PictureRow[]): Line[] {
  return rows.flatMap((row, index) => [
    { row, index },
    ...row.notes.map((note) => ({ row, index, note })),
  ]);
}
