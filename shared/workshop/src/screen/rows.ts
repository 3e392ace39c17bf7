/**
 * A line as rows of at most so many columns, broken at spaces where there are any. What goes on stands
 * below what it belongs to, also in the second column of a table.
 */
export function rowsOf(line: string, columns: number): string[] {
  const rows: string[] = [];
  let rest = Array.from(line);
  if (rest.length <= columns) return [line];
  const indent = ' '.repeat(indentOf(line, columns));
  while (rest.length > columns) {
    const at = breakOf(rest, columns);
    rows.push(rest.slice(0, at).join('').trimEnd());
    rest = Array.from(indent + rest.slice(at).join('').trimStart());
  }
  return [...rows, rest.join('')];
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

function breakOf(letters: readonly string[], columns: number): number {
  const space = letters.lastIndexOf(' ', columns);
  const word = letters.findIndex((letter) => letter !== ' ');
  return space > word ? space : columns;
}
