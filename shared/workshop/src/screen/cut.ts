let segmenter: Intl.Segmenter | undefined;

/** The whole line, or its beginning and `…`. */
export function cut(line: string, columns: number): string {
  if (line.length <= columns) return line;
  // Made on first use, since most commands cut nothing and it takes them a tenth of their time.
  segmenter ??= new Intl.Segmenter();
  const letters = Array.from(segmenter.segment(line), ({ segment }) => segment);
  return letters.length <= columns
    ? line
    : `${letters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
