import { columnsOf } from '@tracelings/trace-shape/text';

interface Wrapping {
  readonly columns: number;
  /** Before the first line. */
  readonly first?: string;
  /** Before every further line; as wide as `first` unless told. */
  readonly rest?: string;
}

/** Breaks prose at its spaces. A word wider than a line, such as a path, stays whole. */
export function wrap(prose: string, { columns, first = '', rest }: Wrapping): string {
  const indent = rest ?? ' '.repeat(columnsOf(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of prose.split(' ')) {
    if (!empty && columnsOf(`${line} ${word}`) > columns) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
