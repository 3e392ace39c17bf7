import { stringify } from 'csv-stringify/sync';
import type { Grade } from '../grade.ts';
import { firstToMend } from '../grade/first-to-mend.ts';
import { messageOf, verdictWords } from './check-words.ts';
import type { ClassFormat } from './format.ts';
import { visible, visibleName } from './visible.ts';

/** For a spreadsheet: a row for each learner's lesson. */
export const csv: ClassFormat = {
  kind: 'class',
  name: 'csv',
  file: 'grades.csv',
  async *chunks({ book }) {
    // Excel takes the bytes for its own code page unless this mark says that they are UTF-8.
    yield `\uFEFF${row(Object.keys(columns))}`;
    for await (const grade of book.grades()) {
      yield row(Object.values(columns).map((cell) => cell(grade)));
    }
  },
};

const columns: Record<string, (grade: Grade) => string | number> = {
  learner: ({ learner }) => visibleName(learner),
  lesson: ({ lesson }) => lesson,
  verdict: ({ verdict }) => verdictWords[verdict],
  // An empty cell, since 0 would cost points for a failure of the grader.
  points: ({ verdict, points }) => (verdict === 'infra-error' ? '' : points),
  'max points': ({ maxPoints }) => maxPoints,
  'first check to mend': ({ checks }) => visible(firstToMend(checks)?.title ?? ''),
  message: ({ checks }) => {
    const stop = firstToMend(checks);
    return stop === undefined ? '' : messageOf(stop);
  },
  isolation: ({ isolation }) => (isolation === 'none' ? 'none (--trust)' : isolation),
  seed: ({ seed }) => seed,
  'graded at': ({ gradedAt }) => gradedAt,
  submission: ({ submissionHash }) => submissionHash,
  'lesson version': ({ lessonVersion }) => lessonVersion,
  'grader version': ({ graderVersion }) => graderVersion,
};

function row(cells: readonly (string | number)[]): string {
  const harmless = cells.map((cell) => (typeof cell === 'number' ? cell : withoutFormulas(cell)));
  return stringify([harmless], { quoted: true, record_delimiter: 'windows' });
}

/**
 * What a spreadsheet would compute is shown as text by the apostrophe before it. Not only at the
 * start: where a semicolon or a tab separates cells, a name with one in it begins a cell of its own.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function withoutFormulas(text: string): string {
  return text.replaceAll(/(^|[\n;\t,|])([\s"']*)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}
