import { hash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Grade, Isolation } from '../grade.ts';
import { readGrade } from '../grade/grade-reader.ts';

/** Everything that a grade depends on. Two judgements that agree in all of it come to the same. */
export interface GradeKey {
  readonly submissionHash: string;
  readonly lesson: string;
  readonly lessonVersion: string;
  readonly graderVersion: string;
  readonly isolation: Isolation;
  /** The seed that was asked for, or that each submission draws its own. */
  readonly seed: number | 'drawn';
}

/**
 * Grades by what they depend on, a file each, so that the same work is not judged twice. They carry
 * no learner's name. The folder may be deleted at any time.
 */
export class GradeCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Nothing where none is kept, and where what is kept is damaged. */
  async find(key: GradeKey): Promise<Grade | undefined> {
    const text = await readFile(this.#pathOf(key), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : readGrade(text);
  }

  /** A failure of the grader says nothing about the work, so it is not kept. */
  async keep(key: GradeKey, grade: Grade): Promise<void> {
    if (grade.verdict === 'infra-error') return;
    const path = this.#pathOf(key);
    const unfinished = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, JSON.stringify({ ...grade, learner: '' }), { mode: 0o600 });
    await rename(unfinished, path);
  }

  #pathOf(key: GradeKey): string {
    const parts = [
      key.submissionHash,
      key.lesson,
      key.lessonVersion,
      key.graderVersion,
      key.isolation,
      key.seed,
    ];
    const address = hash('sha256', JSON.stringify(parts));
    return join(this.#folder, address.slice(0, 2), `${address}.json`);
  }
}
