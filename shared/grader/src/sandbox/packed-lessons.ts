import type { LessonFolder } from '@tracelings/lesson-kit';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Packer } from './packing/packer.ts';

/** A lesson as it is seen inside of a wall. */
export interface PackedLesson {
  /** What every lesson shares: the program and the packages. */
  readonly shared: string;
  /** The scenarios, and an empty folder where the submission appears. */
  readonly lesson: string;
  /** Where the code that Node compiled is kept. */
  readonly compiled: string;
}

/** Packs lessons, each when it is first asked for, into a folder that is removed in the end. */
export class PackedLessons implements AsyncDisposable {
  readonly #folder: string;
  readonly #packer: Packer;
  readonly #lessons = new Map<string, Promise<PackedLesson>>();

  private constructor(folder: string) {
    this.#folder = folder;
    this.#packer = new Packer(join(folder, 'shared'));
  }

  static async create(): Promise<PackedLessons> {
    const packed = new PackedLessons(await mkdtemp(join(tmpdir(), 'tracelings-packed-')));
    await packed.#packShared();
    return packed;
  }

  get(lesson: LessonFolder): Promise<PackedLesson> {
    const known = this.#lessons.get(lesson.directory);
    if (known !== undefined) return known;
    const packed = this.#packLesson(lesson, join(this.#folder, String(this.#lessons.size)));
    this.#lessons.set(lesson.directory, packed);
    return packed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#packer[Symbol.dispose]();
    await rm(this.#folder, { recursive: true, force: true });
  }

  get #shared(): string {
    return join(this.#folder, 'shared');
  }

  async #packShared(): Promise<void> {
    for (const mountPoint of ['bin', 'lesson', 'compiled']) {
      await mkdir(join(this.#shared, mountPoint), { recursive: true });
    }
    await writeFile(join(this.#shared, 'bin/node'), '');
    await this.#packer.packShared();
  }

  async #packLesson(lesson: LessonFolder, folder: string): Promise<PackedLesson> {
    const parts = {
      shared: this.#shared,
      lesson: join(folder, 'lesson'),
      compiled: join(folder, 'compiled'),
    };
    await mkdir(join(parts.lesson, 'src'), { recursive: true });
    await mkdir(parts.compiled);
    await this.#packer.packLesson(lesson.directory, parts.lesson);
    return parts;
  }
}
