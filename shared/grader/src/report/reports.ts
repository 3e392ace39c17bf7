import type { Book } from '../batch/book.ts';
import type { Format, LearnerFormat } from '../format/format.ts';
import { fileName } from './file-name.ts';
import type { OutFolder } from './out-folder.ts';

/** What was written. */
export interface Written {
  /** Absolute paths: a file for the class, or the folder that holds one for each learner. */
  readonly paths: readonly string[];
  /** Learners without a file in some format, since it cannot say that the grader failed. */
  readonly withheld: readonly string[];
}

/** Writes the grades in each format. Reads them one at a time. */
export async function writeReports(
  book: Book,
  formats: readonly Format[],
  folder: OutFolder,
): Promise<Written> {
  const report = { book, createdAt: new Date().toISOString() };
  const paths: string[] = [];
  const withheld = new Set<string>();
  for (const format of formats) {
    if (format.kind === 'class') {
      paths.push(await folder.write(format.file, format.chunks(report)));
    } else {
      paths.push(...(await writeEach(book, format, folder, withheld)));
    }
  }
  return { paths, withheld: [...withheld] };
}

async function writeEach(
  book: Book,
  format: LearnerFormat,
  folder: OutFolder,
  withheld: Set<string>,
): Promise<string[]> {
  const paths: string[] = [];
  for await (const [learner, grades] of book.gradesByLearner()) {
    const text = format.text(learner, grades);
    const file = `${format.name}/${fileName(learner)}${format.extension}`;
    if (text === undefined) withheld.add(learner);
    else paths.push(await folder.write(file, [text]));
  }
  return paths;
}
