import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { scenariosOf } from '../lesson/lesson-folder.ts';
import { readablePath, repository } from '../lesson/repository.ts';
import { launchPacked } from '../run/local-launch.ts';
import { subjectProgram } from '../run/subject-program.ts';
import { WaitingProcess } from '../run/waiting-process.ts';
import { layOver } from '../subject/overlay.ts';
import { layersOf } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { ProvingGround } from '../verify/subject-proof.ts';
import { packagesOf } from './lesson-packages.ts';
import { PackagePack } from './package-pack.ts';
import { packProgram } from './program-pack.ts';

/** The program imports it only where spans go to a Jaeger. It is a hundred files, if it is not packed. */
const OTLP_EXPORTER = '@opentelemetry/exporter-trace-otlp-http';

const GROUNDS = join(repository, '.cache', 'grounds');

/**
 * Packages, scenarios and the program in a few files instead of two hundred, and the subjects beside
 * them: a third less to do for each of the processes that a proof starts by the hundred.
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

  open(directory: string): Promise<Subject> {
    const layers = layersOf(this.#original, directory);
    return layOver(readablePath(directory), layers, join(this.#folder, 'subjects'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  get #program(): string {
    return join(this.#folder, 'program.mjs');
  }

  async #pack(): Promise<void> {
    await writeFile(join(this.#folder, 'package.json'), '{"type":"module"}');
    const forProgram = await packProgram(subjectProgram, this.#program);
    const forScenarios = await packProgram(scenariosOf(this.#original), scenariosOf(this.lesson));
    const packages = new PackagePack(join(this.#folder, 'node_modules'));
    for (const name of [...forProgram, OTLP_EXPORTER])
      await packages.add(name, dirname(subjectProgram));
    const forSubjects = await packagesOf(this.#original);
    for (const name of [...forScenarios, ...forSubjects]) {
      await packages.add(name, this.#original.directory);
    }
  }
}
