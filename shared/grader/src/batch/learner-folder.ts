import type { LessonFolder } from '@tracelings/lesson-kit';
import { basename, dirname, join } from 'node:path';
import type { Submission } from '../grade.ts';
import { isRealFolder, isThere } from './real-folder.ts';

/** Which lessons are looked for. */
export interface Sought {
  readonly lessons: readonly LessonFolder[];
  /** Whether somebody asked for these. One that a learner lacks is then graded too, with 0 points. */
  readonly isNamed: boolean;
}

/** One learner's folder, and the lessons that are in it. */
export interface LearnerFolder {
  readonly learner: string;
  readonly submissions: readonly Submission[];
}

/**
 * A folder that is one learner's: a repository with `lessons/NN-name/src`, one with folders named
 * like lessons, one lesson's sources, or such a folder itself. Nothing where it is none of them.
 */
export async function openLearnerFolder(
  folder: string,
  sought: Sought,
): Promise<LearnerFolder | undefined> {
  const byPath = await lessonByPath(folder, sought);
  if (byPath !== undefined) return { learner: byPath.learner, submissions: [byPath] };
  const learner = basename(folder) === 'src' ? basename(dirname(folder)) : basename(folder);
  const present = await presentIn(folder, learner, sought);
  if (present.length === 0) return undefined;
  return { learner, submissions: withMissing(present, folder, learner, sought) };
}

/** A learner who is in the class and has handed in nothing of what was asked for. */
export function emptyLearnerFolder(folder: string, sought: Sought): LearnerFolder {
  const learner = basename(folder);
  return { learner, submissions: withMissing([], folder, learner, sought) };
}

async function lessonByPath(folder: string, { lessons }: Sought): Promise<Submission | undefined> {
  const lessonFolder = basename(folder) === 'src' ? dirname(folder) : folder;
  const lesson = lessons.find(({ id }) => id === basename(lessonFolder));
  if (lesson === undefined) return undefined;
  const above = dirname(lessonFolder);
  const learner = basename(basename(above) === 'lessons' ? dirname(above) : above);
  const directory = lessonFolder === folder ? await sourcesIn(folder) : folder;
  return { learner, lesson, directory };
}

async function presentIn(folder: string, learner: string, sought: Sought): Promise<Submission[]> {
  const places = await Promise.all(
    sought.lessons.map(async (lesson) => {
      const directory = await placeOf(folder, lesson);
      return directory === undefined ? [] : [{ learner, lesson, directory }];
    }),
  );
  const found = places.flat();
  return found.length > 0 ? found : bareSources(folder, learner, sought);
}

async function placeOf(folder: string, { id }: LessonFolder): Promise<string | undefined> {
  const inRepository = join(folder, 'lessons', id);
  if ((await isRealFolder(join(folder, 'lessons'))) && (await isRealFolder(inRepository))) {
    const src = join(inRepository, 'src');
    return (await isRealFolder(src)) ? src : undefined;
  }
  const named = join(folder, id);
  return (await isRealFolder(named)) ? sourcesIn(named) : undefined;
}

async function sourcesIn(lessonFolder: string): Promise<string> {
  const src = join(lessonFolder, 'src');
  return (await isRealFolder(src)) ? src : lessonFolder;
}

/** Sources that no folder's name calls a lesson: they belong to the one that was asked for. */
async function bareSources(folder: string, learner: string, sought: Sought): Promise<Submission[]> {
  const [lesson, ...others] = sought.lessons;
  if (!sought.isNamed || lesson === undefined || others.length > 0) return [];
  for (const directory of [folder, join(folder, 'src')]) {
    if (await isThere(join(directory, lesson.manifest.entry))) {
      return [{ learner, lesson, directory }];
    }
  }
  return [];
}

function withMissing(
  present: readonly Submission[],
  folder: string,
  learner: string,
  { lessons, isNamed }: Sought,
): Submission[] {
  if (!isNamed) return [...present];
  return lessons.map(
    (lesson) =>
      present.find((submission) => submission.lesson.id === lesson.id) ??
        // Where it would have been found.
        { learner, lesson, directory: join(folder, 'lessons', lesson.id, 'src') },
  );
}
