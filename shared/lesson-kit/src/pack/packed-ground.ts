import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { readablePath, repository } from '../lesson/repository.ts';
import { launchPacked } from '../run/local-launch.ts';
import { subjectProgram } from '../run/subject-program.ts';
import { WaitingProcess } from '../run/waiting-process.ts';
import { layOver } from '../subject/overlay.ts';
import { layersOf } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { ProvingGround } from '../verify/subject-proof.ts';
import { packLesson, packSubjectProgram } from './lesson-pack.ts';
import { PackagePack } from './package-pack.ts';

/** The program imports it only where spans go to a Jaeger. It is a hundred files, if it is not packed. */
const OTLP_EXPORTER = '@opentelemetry/exporter-trace-otlp-http';

const GROUNDS = join(repository, '.cache', 'grounds');

/**
 * Packages, scenarios and the program in a few files instead of two hundred, and the subjects beside
 * them, without types: half as much to do for each of the processes that a proof starts by the hundred.
 */
export class PackedGround implements ProvingGround, AsyncDisposable {
  readonly lesson: LessonFolder;
  readonly #original: LessonFolder;
  readonly #folder: string;

  private constructor(lesson: LessonFolder, folder: string) {
    this.lesson = { ...lesson, directory: folder };
    this.#original = lesson;
    this.#folder = folder;
  }

  static async of(lesson: LessonFolder): Promise<PackedGround> {
    await mkdir(GROUNDS, { recursive: true });
    const ground = new PackedGround(lesson, await mkdtemp(join(GROUNDS, `${lesson.id}-`)));
    await ground.#pack();
    return ground;
  }

  readonly process = (): WaitingProcess =>
    new WaitingProcess(launchPacked(this.#program, join(this.#folder, 'compiled')));

  async open(directory: string): Promise<Subject> {
    const layers = layersOf(this.#original, directory);
    const subject = await layOver(readablePath(directory), layers, join(this.#folder, 'subjects'));
    await stripTypes(subject.directory);
    return subject;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  get #program(): string {
    return join(this.#folder, 'program');
  }

  async #pack(): Promise<void> {
    const packages = new PackagePack(join(this.#folder, 'node_modules'));
    await packSubjectProgram(this.#program, packages);
    await packages.add(OTLP_EXPORTER, dirname(subjectProgram));
    await packLesson(this.#original, this.#folder, packages);
  }
}

/** In place, so that a line of code keeps its number. */
async function stripTypes(folder: string): Promise<void> {
  for await (const file of glob('**/*.{ts,mts}', { cwd: folder })) {
    const path = join(folder, file);
    await writeFile(path, stripTypeScriptTypes(await readFile(path, 'utf8')));
  }
}
