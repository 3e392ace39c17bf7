/** What was tried for one lesson, and what came of it. */
export interface ProofRow {
  readonly lesson: string;
  readonly checks: number;
  readonly alternatives: number;
  readonly mistakes: number;
  /** Sets of inputs that were tried. */
  readonly seeds: number;
  readonly sources: readonly string[];
  /** Things left to mend; with none of them the sources agreed. */
  readonly complaints: number;
}

const HEADINGS = ['lesson', 'checks', 'alternatives', 'mistakes', 'seeds', 'sources', 'proved'];

/** Lessons below each other, numbers to the right. */
export function proofTable(rows: readonly ProofRow[]): string {
  const lines = [HEADINGS, ...rows.map((row) => cellsOf(row))];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => padded(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: ProofRow): string[] {
  const { lesson, checks, alternatives, mistakes, seeds, sources, complaints } = row;
  const counts = [checks, alternatives, mistakes, seeds].map(String);
  const agreement =
    sources.length > 1 ? `${sources.join(' and ')} agree` : `${sources.join()} only`;
  return complaints === 0
    ? [lesson, ...counts, agreement, 'yes']
    : [lesson, ...counts, sources.join(' and '), `no, ${complaints} to mend`];
}

function padded(cell: string, width: number, column: number): string {
  const isNumber = column >= 1 && column <= 4;
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}
