import { columnsOf, cut, escapeInvisible } from '../text.ts';

const GAP = ' │ ';

/** Two drawings next to each other under the headings "expected" and "actual". */
export function sideBySide(expected: string, actual: string, columns: number): string {
  const half = Math.floor((columns - GAP.length) / 2);
  const left = ['expected', ...linesOf(expected, half)];
  const right = ['actual', ...linesOf(actual, half)];
  const leftColumns = Math.max(...left.map(columnsOf));
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const cell = left[row] ?? '';
    return cell + ' '.repeat(leftColumns - columnsOf(cell)) + GAP + (right[row] ?? '');
  });
  return rows.map((row) => row.trimEnd()).join('\n');
}

/** One drawing under its heading. */
export function single(heading: string, drawing: string, columns: number): string {
  return [heading, ...linesOf(drawing, columns)].join('\n');
}

function linesOf(drawing: string, columns: number): string[] {
  return drawing.split('\n').map((line) => cut(escapeInvisible(line), columns));
}
