import { readFile, stat } from 'node:fs/promises';
import { jsonIn } from './reported-grade.ts';
import type { Room } from './room.ts';

/** Reads a report, the whole class in one object, and again when it has changed. */
export class ReportFile {
  readonly #path: string;
  #mark = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** Puts what is in it into the room. @returns whether it has changed. */
  async read(room: Room): Promise<boolean> {
    const { ino, size, mtimeMs } = await stat(this.#path);
    const mark = `${ino} ${size} ${mtimeMs}`;
    if (mark === this.#mark) return false;
    const grades = gradesIn(jsonIn(await readFile(this.#path, 'utf8')));
    this.#mark = mark;
    room.clear();
    if (grades === undefined) throw new NoReportError();
    for (const grade of grades) {
      const json = JSON.stringify(grade);
      room.put(json, () => json);
    }
    return true;
  }
}

/** What is there is something else than a report. */
export class NoReportError extends Error {
  override readonly name = 'NoReportError';
}

function gradesIn(report: unknown): readonly unknown[] | undefined {
  if (typeof report !== 'object' || report === null || !('grades' in report)) return undefined;
  return Array.isArray(report.grades) ? report.grades : undefined;
}
