import type { Book } from '../batch/book.ts';
import type { Grade } from '../grade.ts';

/** What a report is made from. */
interface Report {
  readonly book: Book;
  /** As ISO 8601 in UTC. */
  readonly createdAt: string;
}

/** A format with one file for the whole class. */
export interface ClassFormat {
  readonly kind: 'class';
  readonly name: string;
  /** The file's name. */
  readonly file: string;
  /** Its text in parts, so that a class of thousands is never in memory. */
  chunks(report: Report): AsyncIterable<string> | Iterable<string>;
}

/** A format with one file for each learner, in a folder of the format's name. */
export interface LearnerFormat {
  readonly kind: 'learner';
  readonly name: string;
  /** What the file's name ends in, with its dot. */
  readonly extension: string;
  /**
   * Asked before anything is graded.
   *
   * @throws {GradeError} when what the format needs is not there.
   */
  demand?(learners: number): void;
  /** Nothing where the format cannot say that the grader failed: a file would cost points. */
  text(learner: string, grades: readonly Grade[]): string | undefined;
}

export type Format = ClassFormat | LearnerFormat;
