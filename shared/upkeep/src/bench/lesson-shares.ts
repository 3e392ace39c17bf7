import { readFile } from 'node:fs/promises';

/** Of a grade, as a journal has it. */
interface TimedGrade {
  readonly lesson: string;
  readonly durationMs: number;
}

/**
 * What of the time that a submission takes on average is due to each lesson, by a journal: where that
 * is 100 ms, and those to 06 are judged for three times as long as those to 01, `01 50 ms, 06 150 ms`.
 */
export async function lessonShares(journal: string, ms: number): Promise<string> {
  const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the grader's own journal
  const grades = lines.map((line) => JSON.parse(line) as TimedGrade);
  const byLesson = [...Map.groupBy(grades, ({ lesson }) => lesson.slice(0, 2))];
  const share = (own: readonly TimedGrade[]): number => (ms * meanOf(own)) / meanOf(grades);
  return byLesson
    .map(([number, own]) => `${number} ${share(own).toFixed(0)} ms`)
    .toSorted()
    .join(', ');
}

function meanOf(grades: readonly TimedGrade[]): number {
  return grades.reduce((sum, { durationMs }) => sum + durationMs, 0) / grades.length;
}
