import { beginningOf, columnsOf, cut } from '@tracelings/trace-shape/text';
import type { Look } from '../look.ts';
import { plain } from '../look.ts';
import { wrap } from './wrap.ts';

const laidOutFor = plain.messageColumns;
const labelColumns = 10;
const gap = ' │';

/**
 * A check's message, fitted to a terminal that is narrower than it was laid out for: prose is broken
 * anew, and of two drawings side by side one goes below the other.
 */
export function messageScreen(message: string, look: Look): string {
  const columns = look.messageColumns;
  if (columns >= laidOutFor) return message;
  const [prose = '', ...drawings] = message.split('\n\n');
  return [
    ...paragraphsOf(prose).map((paragraph) => wrapParagraph(paragraph, columns)),
    ...drawings.map((drawing) => `\n${fitDrawing(drawing.split('\n'), columns)}`),
  ].join('\n');
}

/** Lines that were broken because they were full become one again. */
function paragraphsOf(prose: string): string[] {
  const paragraphs: string[] = [];
  let previous = '';
  for (const line of prose.split('\n')) {
    const [word = ''] = line.trimStart().split(' ');
    const wasFull = columnsOf(`${previous} ${word}`) > laidOutFor;
    if (isContinued(line) && wasFull) paragraphs.push(`${paragraphs.pop()} ${line.trimStart()}`);
    else paragraphs.push(line);
    previous = line;
  }
  return paragraphs;
}

function isContinued(line: string): boolean {
  return line.startsWith(' '.repeat(labelColumns)) && line[labelColumns] !== ' ';
}

function wrapParagraph(paragraph: string, columns: number): string {
  const isLabelled = isContinued(paragraph) || /^(Expected|Found|Perhaps|Next) +/.test(paragraph);
  if (!isLabelled) return wrap(paragraph, { columns });
  const first = paragraph.slice(0, labelColumns);
  return wrap(paragraph.slice(labelColumns), { columns, first });
}

function fitDrawing(lines: readonly string[], columns: number): string {
  const [headings = ''] = lines;
  const isTooWide = lines.some((line) => columnsOf(line) > columns);
  const split = /^expected *(?= │ actual$)/.exec(headings)?.[0].length;
  const parts = isTooWide && split !== undefined ? apart(lines, split) : [lines];
  return parts.map((part) => part.map((line) => cut(line, columns)).join('\n')).join('\n\n');
}

function apart(lines: readonly string[], split: number): string[][] {
  const cells = lines.map((line) => {
    const at = beginningOf(line, split).length;
    return [line.slice(0, at), line.slice(at + gap.length + 1)] as const;
  });
  const columns = [cells.map(([left]) => left), cells.map(([, right]) => right)];
  return columns.map((column) => withoutEmptyEnd(column.map((cell) => cell.trimEnd())));
}

function withoutEmptyEnd(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}
