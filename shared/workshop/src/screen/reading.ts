/**
 * Markdown for a page, which folds what is too wide: a paragraph or an item is one line, however its
 * author broke it. Code stays as it is.
 */
export function readingLines(markdown: string, columns: number): string[] {
  const lines: string[] = [];
  let isCode = false;
  for (const line of markdown.trimEnd().split('\n')) {
    const isFence = /^\s*```/.test(line);
    const above = lines.at(-1) ?? '';
    if (isCode || isFence) lines.push(line);
    else if (goesOn(above, line)) lines.splice(-1, 1, `${above} ${line.trim()}`);
    else lines.push(hanging(squeezed(line, columns)));
    isCode = isFence ? !isCode : isCode;
  }
  return lines;
}

function goesOn(above: string, line: string): boolean {
  const startsAnew = /^\s*(?:[-*] |\d+\. |[#|>]|$)/.test(line);
  return !startsAnew && !/^\s*(?:[#|]|```|$)/.test(above);
}

/** Two spaces make a column, below which an item goes on. */
function hanging(line: string): string {
  return line.replace(/^(\s*(?:[-*]|\d+\.)) (?=\S)/, '$1  ');
}

/** A row of a table that would not fit is better off without what aligns its cells. */
function squeezed(line: string, columns: number): string {
  const isTooWide = line.startsWith('|') && line.length > columns;
  return isTooWide ? line.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---') : line;
}
