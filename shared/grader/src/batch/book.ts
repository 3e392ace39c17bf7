import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import type { Grade, GradeVerdict, Isolation } from '../grade.ts';
import { firstToMend } from '../grade/first-to-mend.ts';
import { readGrade } from '../grade/grade-reader.ts';

/** What a class of thousands keeps in memory of each grade, and where the whole of it lies. */
export interface BookEntry {
  readonly learner: string;
  readonly lesson: string;
  readonly verdict: GradeVerdict;
  readonly points: number;
  readonly maxPoints: number;
  readonly isolation: Isolation;
  /** The first check to mend; absent where none was asked, or all pass. */
  readonly stoppedBy?: { readonly id: string; readonly title: string };
  readonly offset: number;
  readonly length: number;
}

/** The grades of a class, by learner and then by lesson. They stay on disk until they are read. */
export class Book {
  readonly entries: readonly BookEntry[];
  readonly #file: FileHandle;

  constructor(file: FileHandle, entries: readonly BookEntry[]) {
    this.#file = file;
    this.entries = entries.toSorted(inOrder);
  }

  get learners(): string[] {
    return [...new Set(this.entries.map(({ learner }) => learner))];
  }

  get lessons(): string[] {
    return [...new Set(this.entries.map(({ lesson }) => lesson))].toSorted();
  }

  get isolations(): Isolation[] {
    return [...new Set(this.entries.map(({ isolation }) => isolation))].toSorted();
  }

  /** One after the other, so that one grade at a time is in memory. */
  async *grades(): AsyncGenerator<Grade> {
    for (const entry of this.entries) yield await this.read(entry);
  }

  /** A learner's grades at a time. */
  async *gradesByLearner(): AsyncGenerator<readonly [string, readonly Grade[]]> {
    let grades: Grade[] = [];
    for await (const grade of this.grades()) {
      const [first] = grades;
      if (first !== undefined && first.learner !== grade.learner) {
        yield [first.learner, grades];
        grades = [];
      }
      grades.push(grade);
    }
    const [first] = grades;
    if (first !== undefined) yield [first.learner, grades];
  }

  async read({ offset, length, learner, lesson }: BookEntry): Promise<Grade> {
    const bytes = Buffer.alloc(length);
    await this.#file.read(bytes, 0, length, offset);
    const grade = readGrade(bytes.toString());
    if (grade === undefined) {
      throw new Error(
        `The journal was changed while its reports were written: what stood there for ` +
          `${JSON.stringify(learner)} and ${lesson} is no grade any more. Run the same command with --resume.`,
      );
    }
    return grade;
  }
}

/** The part of a grade that stays in memory. */
export function entryOf(
  { learner, lesson, verdict, points, maxPoints, isolation, checks }: Grade,
  place: { readonly offset: number; readonly length: number },
): BookEntry {
  // Where nothing could be run no check was asked, and none of them has stopped anybody.
  const stop = verdict === 'not-yet' ? firstToMend(checks) : undefined;
  return {
    learner,
    lesson,
    verdict,
    points,
    maxPoints,
    isolation,
    ...(stop && { stoppedBy: { id: stop.id, title: stop.title } }),
    ...place,
  };
}

function inOrder(one: BookEntry, other: BookEntry): number {
  return compare(one.learner, other.learner) || compare(one.lesson, other.lesson);
}

/** By code point, so that the order is the same on every machine. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
