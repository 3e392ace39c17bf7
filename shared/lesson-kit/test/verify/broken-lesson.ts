import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openLesson, repository } from '../../src/index.ts';
import type { LessonFolder } from '../../src/index.ts';
import type { Complaint } from '../../src/verify/complaint.ts';
import { errandLesson } from '../fixture-lessons.ts';

const COPIES = join(repository, '.cache', 'broken-lessons');

/** What becomes of a file's text; `undefined` removes the file. */
type Edit = (text: string) => string | undefined;

/** A copy of the errand lesson and its solution, in which something is broken. */
export class BrokenLesson implements AsyncDisposable {
  readonly lesson: LessonFolder;
  readonly #root: string;

  private constructor(lesson: LessonFolder, root: string) {
    this.lesson = lesson;
    this.#root = root;
  }

  /** The edits are by path, beginning with `lesson/` or `solution/`. */
  static async copy(edits: Readonly<Record<string, Edit>> = {}): Promise<BrokenLesson> {
    await mkdir(COPIES, { recursive: true });
    const root = await mkdtemp(join(COPIES, 'copy-'));
    const places = {
      lesson: join(root, 'lessons', errandLesson.id),
      solution: join(root, 'solutions', errandLesson.id),
    };
    await cp(errandLesson.directory, places.lesson, { recursive: true });
    await cp(errandLesson.solution, places.solution, { recursive: true });
    for (const [path, edit] of Object.entries(edits)) {
      await apply(
        edit,
        path.replace('lesson/', `${places.lesson}/`).replace('solution/', `${places.solution}/`),
      );
    }
    return new BrokenLesson(await openLesson(places.lesson), root);
  }

  /** Complaints as one text, without the place of this copy. */
  said(complaints: readonly Complaint[]): string {
    return complaints
      .map(({ file, message }) => `${file}: ${message}`)
      .join('\n\n')
      .replaceAll(`${this.#root.slice(repository.length + 1)}/`, '');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#root, { recursive: true });
  }
}

async function apply(edit: Edit, file: string): Promise<void> {
  const text = edit(await readFile(file, 'utf8').catch(() => ''));
  if (text === undefined) {
    await rm(file, { recursive: true });
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
