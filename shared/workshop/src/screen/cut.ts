const letters = new Intl.Segmenter();

/** The whole line, or its beginning and `…`. */
export function cut(line: string, columns: number): string {
  const seen = Array.from(letters.segment(line), ({ segment }) => segment);
  return seen.length <= columns ? line : `${seen.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
