/** A cell of a table. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const pageRows = 10;

/**
 * The keys of a grid: arrows go one cell, home and end along the row, pages ten rows, and with Ctrl
 * home and end go to the first and the last cell. Undefined for a key that does nothing here.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function cellFor(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: CellPlace,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | undefined {
  const places: Readonly<Record<string, CellPlace>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 },
  };
  const place = places[key];
  return place && { row: within(place.row, size.rows), column: within(place.column, size.columns) };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
