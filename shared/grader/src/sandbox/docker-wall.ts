import { type Launcher, subjectFlags } from '@tracelings/lesson-kit';
import { cp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptContainer } from './container/kept-container.ts';
import { NODE_IN_IMAGE, nodeImage } from './container/node-image.ts';
import { inside } from './inside-paths.ts';
import { type Limits, usualLimits } from './limits.ts';
import { PackedLessons } from './packed-lessons.ts';
import type { Enclosure, EnclosureOrder, SubmissionWall } from './submission-wall.ts';
import { insideEnvironment, sealedNode } from './view.ts';

/** Above those of people and services. Each process of a submission gets the next one. */
const FIRST_USER = 200_000;
const USERS = 1_000_000_000;

/**
 * A container engine. A container holds one submission at a time and is kept for the next; as many
 * are made as there are submissions at once.
 */
export class DockerWall implements SubmissionWall {
  readonly isolation = 'docker';
  readonly #image: string;
  readonly #lessons: PackedLessons;
  readonly #limits: Limits;
  readonly #idle: KeptContainer[] = [];
  #made = 0;
  #user = Math.floor(Math.random() * USERS);

  private constructor(image: string, lessons: PackedLessons, limits: Limits) {
    this.#image = image;
    this.#lessons = lessons;
    this.#limits = limits;
  }

  static async open(limits: Limits = usualLimits): Promise<DockerWall> {
    return new DockerWall(await nodeImage(), await PackedLessons.create(), limits);
  }

  async enclose({ lesson, submission, isPlain }: EnclosureOrder): Promise<Enclosure> {
    const packed = await this.#lessons.get(lesson);
    const container = this.#takeIdle() ?? (await this.#make(packed.shared));
    await cp(packed.lesson, container.lesson, { recursive: true });
    await cp(submission, join(container.lesson, 'src'), { recursive: true });
    return {
      lesson: inside.lesson,
      submission: inside.submission,
      launcherOf: () => this.#launcher(container, isPlain ?? false),
      [Symbol.asyncDispose]: () => this.#putBack(container),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((container) => container[Symbol.asyncDispose]()));
    await this.#lessons[Symbol.asyncDispose]();
  }

  #launcher(container: KeptContainer, isPlain: boolean): Launcher {
    const preload = isPlain ? ['--import', inside.plainSources] : [];
    return () => {
      this.#user += 1;
      return container.start({
        command: NODE_IN_IMAGE,
        args: [...subjectFlags, ...sealedNode, ...preload, inside.program],
        environment: environmentInContainer,
        user: FIRST_USER + (this.#user % USERS),
        cpuSeconds: this.#limits.cpuSeconds,
      });
    };
  }

  #takeIdle(): KeptContainer | undefined {
    for (;;) {
      const container = this.#idle.pop();
      if (container === undefined || !container.isGone) return container;
    }
  }

  #make(shared: string): Promise<KeptContainer> {
    this.#made += 1;
    const lesson = join(tmpdir(), `tracelings-contained-${process.pid}-${this.#made}`);
    return KeptContainer.open({ image: this.#image, shared, lesson, limits: this.#limits });
  }

  /** Its processes are gone, and they could write nowhere; what it was shown goes as well. */
  async #putBack(container: KeptContainer): Promise<void> {
    for (const name of await readdir(container.lesson)) {
      await rm(join(container.lesson, name), { recursive: true, force: true });
    }
    if (container.isGone) await container[Symbol.asyncDispose]();
    else this.#idle.push(container);
  }
}

/** Nothing compiled is kept: that would have to be written. */
const { NODE_COMPILE_CACHE: _kept, ...environmentInContainer } = insideEnvironment;
