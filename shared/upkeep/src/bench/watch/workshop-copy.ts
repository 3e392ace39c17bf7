import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { listLessons, repository } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';

const copied = ['package.json', 'shared', 'lessons', 'solutions', 'docker'];
/** What a learner or a test run has left beside the sources. */
const leftOut = /^(src\..*|node_modules|\.vitest|\.turbo|test)$/;

/** In each lesson's folder: its scenarios and checks in vitest alone, on the solution. */
export const unwalledTest = 'without-wall.test.ts';

/**
 * The repository somewhere else, every lesson solved: saves are measured there, and the sources of
 * whoever measures are left alone.
 */
export class WorkshopCopy implements AsyncDisposable {
  readonly #outer: string;
  readonly path: string;

  private constructor(outer: string) {
    this.#outer = outer;
    this.path = join(outer, 'repository');
  }

  static async make(): Promise<WorkshopCopy> {
    const outer = await realpath(await mkdtemp(join(tmpdir(), 'tracelings-bench-')));
    const copy = new WorkshopCopy(outer);
    for (const name of copied) await copy.#copy(name);
    await copy.#linkPackages();
    return copy;
  }

  /** The lessons as they are in the copy, each with its solution for the learner's sources. */
  async lessons(): Promise<LessonFolder[]> {
    const lessons = (await listLessons()).map((lesson) => ({
      ...lesson,
      directory: this.#within(lesson.directory),
      src: this.#within(lesson.src),
      solution: this.#within(lesson.solution),
    }));
    for (const lesson of lessons) {
      await cp(join(lesson.solution, 'src'), lesson.src, { recursive: true });
      await writeFile(join(lesson.directory, unwalledTest), unwalledTestOf(lesson));
    }
    return lessons;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#outer, { recursive: true, force: true, maxRetries: 5 });
  }

  #within(path: string): string {
    return join(this.path, relative(repository, path));
  }

  async #copy(name: string): Promise<void> {
    await cp(join(repository, name), join(this.path, name), {
      recursive: true,
      filter: (path) => !leftOut.test(basename(path)) && !isLearners(path),
    });
  }

  /** Node looks upwards, so what is not ours is found one folder above. */
  async #linkPackages(): Promise<void> {
    await symlink(join(repository, 'node_modules'), join(this.#outer, 'node_modules'));
    const ours = join(this.path, 'node_modules', '@tracelings');
    await mkdir(ours, { recursive: true });
    for (const name of await readdir(join(this.path, 'shared'))) {
      await symlink(join(this.path, 'shared', name), join(ours, name));
      const own = join('shared', name, 'node_modules');
      await symlink(join(repository, own), join(this.path, own));
    }
  }
}

function unwalledTestOf({ id, manifest }: LessonFolder): string {
  return `import { registerWithoutWall } from '../../shared/upkeep/src/bench/watch/without-wall.ts';
import lesson from './lesson.ts';
import * as scenarios from './scenarios.ts';
import * as subject from '../../solutions/${id}/src/${manifest.entry}';

registerWithoutWall({ lesson, scenarios, subject });
`;
}

/** `lessons/NN-name/src`; a solution's `src` is a part of the repository. */
function isLearners(path: string): boolean {
  return basename(path) === 'src' && basename(dirname(dirname(path))) === 'lessons';
}
