import { readablePath, repository } from '@tracelings/lesson-kit';
import type { Book, BookEntry } from '../batch/book.ts';
import { pointsText, verdictWords } from '../format/check-words.ts';
import { isolationNotice } from '../format/isolation-notice.ts';
import { visibleName } from '../format/visible.ts';
import type { GradeVerdict } from '../grade.ts';
import type { Written } from '../report/reports.ts';

/** More submissions than these are counted, and not listed. */
const mostListed = 12;

/** What is printed in the end. */
export function summaryText(book: Book, { paths, withheld }: Written, recalled: number): string {
  return [
    ...(book.entries.length <= mostListed ? book.entries.map(entryLine) : []),
    countsLine(book.entries),
    ...(recalled > 0 ? [`Judged earlier and given again: ${recalled}.`] : []),
    isolationNotice(book.isolations),
    ...withheldLines(withheld),
    '',
    'Reports:',
    ...placesOf(paths).map((path) => `  ${path}`),
  ].join('\n');
}

function entryLine(entry: BookEntry): string {
  const points = entry.verdict === 'infra-error' ? '' : `, ${pointsText(entry)}`;
  const stop = entry.stoppedBy === undefined ? '' : ` · ${visibleName(entry.stoppedBy.title)}`;
  const who = `${visibleName(entry.learner)}, ${entry.lesson}`;
  return `${who}: ${verdictWords[entry.verdict]}${points}${stop}`;
}

function countsLine(entries: readonly BookEntry[]): string {
  const counts = Map.groupBy(entries, ({ verdict }) => verdict);
  const order: readonly GradeVerdict[] = ['passed', 'not-yet', 'could-not-run', 'infra-error'];
  const words = order.flatMap((verdict) => {
    const count = counts.get(verdict)?.length ?? 0;
    return count === 0 ? [] : [`${count} ${verdictWords[verdict]}`];
  });
  const learners = new Set(entries.map(({ learner }) => learner)).size;
  return `${counted(entries.length, 'submission')} of ${counted(learners, 'learner')}: ${words.join(', ')}.`;
}

function withheldLines(learners: readonly string[]): string[] {
  if (learners.length === 0) return [];
  const names = learners.slice(0, mostListed).map(visibleName).join(', ');
  return [
    `The grader failed on work of ${counted(learners.length, 'learner')} (${names}), so Gradescope and ` +
      'Classroom 50 get no result for them: it would cost points. --resume tries again.',
  ];
}

/** One place for many files in a folder. */
function placesOf(paths: readonly string[]): string[] {
  const places = paths.map(placeOf);
  const byFolder = Map.groupBy(places, (path) => path.slice(0, path.lastIndexOf('/') + 1));
  return [...byFolder].flatMap(([folder, files]) =>
    files.length > mostListed ? [`${folder} (${files.length} files)`] : files,
  );
}

/** Outside of the repository whole, since nobody knows where else to look for it. */
function placeOf(path: string): string {
  return path.startsWith(`${repository}/`) ? readablePath(path) : path;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
