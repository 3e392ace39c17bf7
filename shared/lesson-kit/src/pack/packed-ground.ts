import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { readablePath, repository } from '../lesson/repository.ts';
import { keptPack } from '../run/kept-program.ts';
import { launchPlain } from '../run/local-launch.ts';
import { WaitingProcess } from '../run/waiting-process.ts';
import { layOver } from '../subject/overlay.ts';
import { layersOf } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { ProvingGround } from '../verify/subject-proof.ts';
import { packScenarios } from './lesson-pack.ts';

const GROUNDS = join(repository, '.cache', 'grounds');

/**
 * A lesson's scenarios in one file, and the subjects beside it, without types: less to do for each of
 * the processes that a proof starts by the hundred.
 */
export class PackedGround implements ProvingGround, AsyncDisposable {
  readonly lesson: LessonFolder;
  readonly #original: LessonFolder;
  readonly #folder: string;
  readonly #pack: string;

  private constructor(lesson: LessonFolder, folder: string, pack: string) {
    this.lesson = { ...lesson, directory: folder };
    this.#original = lesson;
    this.#folder = folder;
    this.#pack = pack;
  }

  static async of(lesson: LessonFolder): Promise<PackedGround> {
    await mkdir(GROUNDS, { recursive: true });
    const folder = await mkdtemp(join(GROUNDS, `${lesson.id}-`));
    await packScenarios(lesson, folder);
    return new PackedGround(lesson, folder, await keptPack());
  }

  readonly process = (): WaitingProcess =>
    new WaitingProcess(launchPlain(this.#pack, join(this.#folder, 'compiled')));

  async open(directory: string): Promise<Subject> {
    const layers = layersOf(this.#original, directory);
    const subject = await layOver(readablePath(directory), layers, join(this.#folder, 'subjects'));
    await stripTypes(subject.directory);
    return subject;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** In place, so that a line of code keeps its number. */
async function stripTypes(folder: string): Promise<void> {
  for await (const file of glob('**/*.{ts,mts}', { cwd: folder })) {
    const path = join(folder, file);
    await writeFile(path, stripTypeScriptTypes(await readFile(path, 'utf8')));
  }
}
