import process from 'node:process';
import { textInRows } from '../screen/rows.ts';

/** Terminals would break a line in the middle of a word. */
export function writeFolded(text: string, stream: NodeJS.WriteStream): void {
  stream.write(textInRows(text, stream.columns || Infinity));
}

/** For the person at the terminal, beside what a command was asked for. */
export function remark(text: string): void {
  writeFolded(`${text}\n`, process.stderr);
}
