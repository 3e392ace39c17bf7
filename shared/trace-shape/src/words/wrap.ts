import { columnsOf, cut, escapeInvisible } from '../text.ts';

/** The lines of a text, broken between words. A word that is wider than a line is cut. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(escapeInvisible(line), columns));
}

function wrapLine(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) {
      line = longer;
    } else {
      if (line !== '') lines.push(line);
      line = cut(word, columns);
    }
  }
  return [...lines, line];
}
