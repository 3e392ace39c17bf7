import { beginningOf } from '@tracelings/trace-shape/text';

/**
 * A line as rows of at most so many columns, broken at spaces where there are any. What goes on stands
 * below what it belongs to, also in the second column of a table.
 */
export function rowsOf(line: string, columns: number): string[] {
  const rows: string[] = [];
  let rest = line;
  let fitting = beginningOf(rest, columns);
  while (fitting !== rest) {
    const indent = ' '.repeat(indentOf(line, columns));
    const at = breakOf(rest, fitting.length, indent.length);
    rows.push(rest.slice(0, at).trimEnd());
    rest = indent + rest.slice(at).trimStart();
    fitting = beginningOf(rest, columns);
  }
  return [...rows, rest];
}

/** The same for a text of many lines. */
export function textInRows(text: string, columns: number): string {
  const lines = text.split('\n');
  return lines.flatMap((line) => rowsOf(line, columns)).join('\n');
}

function indentOf(line: string, columns: number): number {
  const widest = Math.floor(columns / 2);
  const table = /\S {2,}(?=\S)/.exec(line);
  const column = table === null ? Infinity : table.index + table[0].length;
  return column <= widest ? column : Math.min(widest, line.search(/\S|$/));
}

/** At a space, or else at the edge. A row too narrow for any letter gets one all the same. */
function breakOf(line: string, edge: number, indent: number): number {
  const space = line.lastIndexOf(' ', edge);
  if (space > line.search(/[^ ]/)) return space;
  const [letter = ''] = line.slice(indent);
  return Math.max(edge, indent + letter.length);
}
