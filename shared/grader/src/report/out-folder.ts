import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { repository } from '@tracelings/lesson-kit';
import { isRealFolder, isThere } from '../batch/real-folder.ts';
import { GradeError } from '../grade-error.ts';
import { visibleName } from '../format/visible.ts';

/** Where reports are written. Nobody but the person who grades can read what is in it. */
export class OutFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Makes the folder where it is missing.
   *
   * @throws {GradeError} when it lies in a folder that is graded, where a submission can have laid
   * links for us to write through, and when something else has its name.
   */
  static async open(path: string, graded: readonly string[]): Promise<OutFolder> {
    const around = graded.find((folder) => folder !== repository && contains(folder, path));
    if (around !== undefined) throw withinGraded(path, around);
    await makeFolder(path);
    return new OutFolder(path);
  }

  /** Writes a file in one step: a reader, or whoever ends us, never meets half of it. */
  async write(file: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<string> {
    const target = join(this.path, file);
    const unfinished = join(this.path, `.${randomUUID()}.unfinished`);
    if (dirname(target) !== this.path) await makeFolder(dirname(target));
    try {
      const stream = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 });
      await pipeline(Readable.from(chunks), stream);
      await rename(unfinished, target);
    } catch (error) {
      throw GradeError.unwritableOut(this.path, error);
    } finally {
      await rm(unfinished, { force: true });
    }
    return target;
  }
}

function contains(folder: string, path: string): boolean {
  const inside = relative(resolve(folder), resolve(path));
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`));
}

async function makeFolder(path: string): Promise<void> {
  if ((await isThere(path)) && !(await isRealFolder(path))) throw notAFolder(path);
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw GradeError.unwritableOut(path, error);
  });
}

function withinGraded(path: string, folder: string): GradeError {
  return new GradeError(
    'UNFIT_OUT',
    `The reports would be written to ${visibleName(path)}, which is inside ${visibleName(folder)}, ` +
      'and that is graded.\nA submission could have laid a link there. Name another folder by --out.',
  );
}

function notAFolder(path: string): GradeError {
  return new GradeError(
    'UNFIT_OUT',
    `The reports would be written to ${visibleName(path)}, which is there already and is no folder ` +
      'of its own.\nMove it away, or name another folder by --out.',
  );
}
