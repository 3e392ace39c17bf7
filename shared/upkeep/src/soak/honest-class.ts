import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternativesOf, mistakesOf } from '@tracelings/lesson-kit';
import type { LessonFolder } from '@tracelings/lesson-kit';

/** What a learner hands in, and what it has to get. */
export interface HonestWork {
  readonly learner: string;
  readonly lesson: LessonFolder;
  /** The sources, or what differs from the solution. */
  readonly directory: string;
  /** The check it fails first; undefined where everything is right. */
  readonly fails: string | undefined;
}

/** Learners of whom each hands in one lesson, in folders as learners have them. */
export interface HonestClass extends AsyncDisposable {
  readonly folder: string;
  readonly works: readonly HonestWork[];
}

interface Variant {
  readonly lesson: LessonFolder;
  readonly name: string;
  /** What differs from the solution; none where nothing does. */
  readonly directory: string | undefined;
  readonly fails: string | undefined;
}

/**
 * Solutions, other right answers and mistakes of these lessons, again and again, in a folder that
 * goes away in the end.
 */
export async function honestClass(
  lessons: readonly LessonFolder[],
  learners: number,
): Promise<HonestClass> {
  const folder = await mkdtemp(join(tmpdir(), 'honest-class-'));
  return {
    folder,
    works: await handInAll(lessons, learners, folder),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Hands in the same works each time it is called with the same lessons and as many learners. */
export async function handInAll(
  lessons: readonly LessonFolder[],
  learners: number,
  folder: string,
): Promise<readonly HonestWork[]> {
  const variants = inTurns(await Promise.all(lessons.map((lesson) => variantsOf(lesson))));
  const works: HonestWork[] = [];
  for (const [index, variant] of repeated(variants, learners).entries()) {
    const learner = `${String(index).padStart(5, '0')}-${variant.name}`;
    await handIn(variant, join(folder, learner));
    const { lesson, fails, directory = join(lesson.solution, 'src') } = variant;
    works.push({ learner, lesson, directory, fails });
  }
  return works;
}

async function variantsOf(lesson: LessonFolder): Promise<Variant[]> {
  const [alternatives, mistakes] = await Promise.all([alternativesOf(lesson), mistakesOf(lesson)]);
  return [
    { lesson, name: 'solution', directory: undefined, fails: undefined },
    ...alternatives.map(({ name, directory }) => ({ lesson, name, directory, fails: undefined })),
    ...mistakes.map(({ name, directory, check }) => ({ lesson, name, directory, fails: check })),
  ];
}

/** One of each lesson, then the next of each, so that few learners are of every lesson too. */
function inTurns(rows: readonly (readonly Variant[])[]): Variant[] {
  const longest = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, turn) =>
    rows.flatMap((row) => row.slice(turn, turn + 1)),
  ).flat();
}

function repeated(variants: readonly Variant[], times: number): Variant[] {
  const rounds = Math.ceil(times / variants.length);
  return Array.from({ length: rounds }, () => variants)
    .flat()
    .slice(0, times);
}

async function handIn({ lesson, directory }: Variant, folder: string): Promise<void> {
  const target = join(folder, 'lessons', lesson.id, 'src');
  await cp(join(lesson.solution, 'src'), target, { recursive: true });
  if (directory !== undefined) {
    await cp(directory, target, { recursive: true, filter: isHandedIn });
  }
}

/** What a variant says of itself is no part of it. */
function isHandedIn(path: string): boolean {
  return !/(mistake|alternative)\.json$|\.txt$/.test(path);
}
