import type { BenchmarkResult } from './result.ts';

const heading = ['', 'median', 'p95', 'ratio', 'bar', ''];

/** The results of one family, a line a case, in columns of plain text. */
export function benchmarkTable(results: readonly BenchmarkResult[]): string {
  const rows = [[results[0]?.family ?? '', ...heading.slice(1)], ...results.map(row)];
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) => line(cells, widths)).join('\n');
}

function row({ name, unit, median, p95, timesFirst, bar }: BenchmarkResult): string[] {
  const verdict = bar === undefined ? '' : bar.kept ? 'kept' : 'missed';
  return [
    name,
    `${digits(median)} ${unit}`,
    `${digits(p95)} ${unit}`,
    `${digits(timesFirst)} ×`,
    bar?.text ?? '',
    verdict,
  ];
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const [name = '', ...numbers] = cells.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return [name, ...numbers].join('  ').trimEnd();
}

function digits(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: true });
}
