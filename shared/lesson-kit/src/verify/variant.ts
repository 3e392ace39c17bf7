import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';

/** What a `mistake.json` says. */
export interface MistakeManifest {
  /** The id of the check it must fail first. */
  readonly check: string;
  /** Why people write it. */
  readonly why: string;
  /** Where someone did. */
  readonly seen?: string;
}

/** A wrong answer that people really write. */
export interface Mistake extends MistakeManifest {
  readonly name: string;
  readonly directory: string;
}

/** Another right answer. */
export interface Alternative {
  readonly name: string;
  readonly directory: string;
  /** What is different about it, in a line. */
  readonly style: string;
}

/** The wrong answers of a lesson, in the order of their names. */
export async function mistakesOf(lesson: LessonFolder): Promise<Mistake[]> {
  const variants = await variantsIn(join(lesson.solution, 'mistakes'), 'mistake.json');
  return variants.map(({ name, directory, json }) => {
    const said: MistakeManifest = JSON.parse(json);
    return Object.assign(said, { name, directory });
  });
}

/** The other right answers of a lesson, in the order of their names. */
export async function alternativesOf(lesson: LessonFolder): Promise<Alternative[]> {
  const variants = await variantsIn(join(lesson.solution, 'alternatives'), 'alternative.json');
  return variants.map(({ name, directory, json }) => {
    const said: { style: string } = JSON.parse(json);
    return { name, directory, style: said.style };
  });
}

interface Variant {
  readonly name: string;
  readonly directory: string;
  readonly json: string;
}

async function variantsIn(folder: string, manifest: string): Promise<Variant[]> {
  if (!existsSync(folder)) {
    return [];
  }
  const names = (await readdir(folder)).toSorted();
  const present = names.filter((name) => existsSync(join(folder, name, manifest)));
  return Promise.all(
    present.map(async (name) => {
      const directory = join(folder, name);
      return { name, directory, json: await readFile(join(directory, manifest), 'utf8') };
    }),
  );
}
