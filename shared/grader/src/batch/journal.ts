import { Buffer } from 'node:buffer';
import { appendFileSync } from 'node:fs';
import { constants, type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grade } from '../grade.ts';
import { GradeError } from '../grade-error.ts';
import { readGrade } from '../grade/grade-reader.ts';
import { Book, type BookEntry, entryOf } from './book.ts';
import { placedLines } from './lines.ts';

export interface JournalOptions {
  /** Whether to go on with the journal that is there, or to begin a new one. */
  readonly resume: boolean;
}

/** Whose grade, and for what. */
interface Whose {
  readonly learner: string;
  readonly lesson: { readonly id: string };
}

const name = 'journal.jsonl';
const previousName = 'journal.previous.jsonl';
const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;

/**
 * The grades of a batch, a line each, in a file that is only appended to: whatever ends the judge,
 * the lines before are whole. Where a learner has several for a lesson the last one counts.
 */
export class Journal implements AsyncDisposable {
  readonly #folder: string;
  readonly #file: FileHandle;
  readonly #entries = new Map<string, BookEntry>();
  #damagedLines = 0;
  #size = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  /** A journal that is not to go on is kept beside the new one, as `journal.previous.jsonl`. */
  static async open(folder: string, { resume }: JournalOptions): Promise<Journal> {
    const path = join(folder, name);
    if (!resume) await rename(path, join(folder, previousName)).catch(ignoreMissing);
    // Only for whoever grades: it holds everybody's work and points.
    const journal = new Journal(folder, await open(path, flags, 0o600));
    await journal.#readAll();
    return journal;
  }

  /** Lines that are no grade, and are passed over. A killed judge can leave one, at the end. */
  get damagedLines(): number {
    return this.#damagedLines;
  }

  /**
   * Once it returns, the grade survives the end of this process.
   *
   * @throws {GradeError} when there is no room for it.
   */
  append(grade: Grade): void {
    const line = Buffer.from(`${JSON.stringify(grade)}\n`);
    try {
      appendFileSync(this.#file.fd, line);
    } catch (error) {
      throw GradeError.unwritableOut(this.#folder, error);
    }
    this.#note(grade, this.#size, line.length - 1);
    this.#size += line.length;
  }

  /** The grade that is written for a learner's lesson, if `isStill` agrees that it holds. */
  async recall(
    { learner, lesson }: Whose,
    isStill: (grade: Grade) => boolean,
  ): Promise<Grade | undefined> {
    const entry = this.#entries.get(keyOf(learner, lesson.id));
    if (entry === undefined) return undefined;
    const grade = await new Book(this.#file, [entry]).read(entry);
    return isStill(grade) ? grade : undefined;
  }

  /** What is written for these submissions, and for no others that a journal may hold. */
  bookOf(submissions: readonly Whose[]): Book {
    const entries = submissions.map(({ learner, lesson }) =>
      this.#entries.get(keyOf(learner, lesson.id)),
    );
    return new Book(
      this.#file,
      entries.filter((entry) => entry !== undefined),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }

  async #readAll(): Promise<void> {
    let end = 0;
    for await (const { text, offset, length } of placedLines(this.#file)) {
      const grade = readGrade(text);
      if (grade === undefined) this.#damagedLines += 1;
      else this.#note(grade, offset, length);
      end = offset + length + 1;
    }
    const { size } = await this.#file.stat();
    this.#size = size;
    if (size > end) this.#endDamagedLine();
  }

  /** What a killed judge left at the end becomes a line of its own, so that the next grade is whole. */
  #endDamagedLine(): void {
    appendFileSync(this.#file.fd, '\n');
    this.#size += 1;
    this.#damagedLines += 1;
  }

  #note(grade: Grade, offset: number, length: number): void {
    this.#entries.set(keyOf(grade.learner, grade.lesson), entryOf(grade, { offset, length }));
  }
}

function keyOf(learner: string, lesson: string): string {
  return `${lesson}/${learner}`;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
