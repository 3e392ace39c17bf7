import type { PictureRow } from '../picture/picture.ts';

/** What a key does in the tree. */
export interface Move {
  /** The row to go to. */
  readonly to?: number;
  /** The row to fold, or to unfold. */
  readonly toggle?: PictureRow;
}

const pageRows = 10;

/**
 * The keys of a treegrid: up, down, home, end and the pages go along the rows; right unfolds, then
 * goes inside; left folds, then goes to the parent; enter and space fold and unfold.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/
 */
export function moveFor(
  key: string,
  at: number,
  rows: readonly PictureRow[],
  folded: ReadonlySet<string>,
): Move | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const isFolded = folded.has(row.key);
  const step = steps(key, at, rows.length);
  if (step !== undefined) return { to: Math.max(0, Math.min(rows.length - 1, step)) };
  if (key === 'ArrowRight') return into(row, at, isFolded);
  if (key === 'ArrowLeft') return outOf(row, at, isFolded, rows);
  if (key === 'Enter' || key === ' ') return row.hasChildren ? { toggle: row } : {};
  return undefined;
}

function steps(key: string, at: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - pageRows,
    PageDown: at + pageRows,
    Home: 0,
    End: count - 1,
  };
  return places[key];
}

function into(row: PictureRow, at: number, isFolded: boolean): Move {
  if (!row.hasChildren) return {};
  return isFolded ? { toggle: row } : { to: at + 1 };
}

function outOf(row: PictureRow, at: number, isFolded: boolean, rows: readonly PictureRow[]): Move {
  if (row.hasChildren && !isFolded) return { toggle: row };
  const above = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
  return above === -1 ? {} : { to: above };
}
