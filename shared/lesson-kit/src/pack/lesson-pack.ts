import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { scenariosOf } from '../lesson/lesson-folder.ts';
import { plainSources, subjectProgram } from '../run/subject-program.ts';
import type { PackagePack } from './package-pack.ts';
import { packProgram } from './program-pack.ts';

/**
 * Packs the program that runs subjects into a folder, as `main.mjs`, with what it needs in the
 * packages; beside it `plain-sources.mjs`, to be loaded first where subjects have no types any more.
 *
 * @returns absolute paths of the files that both were made of.
 */
export async function packSubjectProgram(folder: string, packages: PackagePack): Promise<string[]> {
  const main = await packProgram(subjectProgram, join(folder, 'main.mjs'));
  await addAll(packages, main.packages, dirname(subjectProgram));
  const plain = await packProgram(plainSources, join(folder, 'plain-sources.mjs'));
  return [...main.files, ...plain.files];
}

/**
 * Packs a lesson's scenarios into a folder that exists, as `scenariosOf` finds them there, and what
 * they and its subjects may import into the packages.
 */
export async function packLesson(
  lesson: Pick<LessonFolder, 'directory'>,
  folder: string,
  packages: PackagePack,
): Promise<void> {
  const needed = await packScenarios(lesson, folder);
  await addAll(packages, [...needed, ...(await packagesOf(lesson))], lesson.directory);
}

/**
 * Packs a lesson's scenarios into a folder that exists, as `scenariosOf` finds them there.
 *
 * @returns the names of the packages that they need.
 */
export async function packScenarios(
  lesson: Pick<LessonFolder, 'directory'>,
  folder: string,
): Promise<readonly string[]> {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const { packages } = await packProgram(scenariosOf(lesson), scenariosOf({ directory: folder }));
  return packages;
}

/** What the lesson's starter may import. Ours are there for types alone. */
async function packagesOf({ directory }: Pick<LessonFolder, 'directory'>): Promise<string[]> {
  const path = join(directory, 'package.json');
  const manifest: unknown = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {};
  const names =
    typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest
      ? Object.keys(manifest.dependencies ?? {})
      : [];
  return names.filter((name) => !name.startsWith('@tracelings/'));
}

async function addAll(
  packages: PackagePack,
  names: readonly string[],
  dependent: string,
): Promise<void> {
  await Promise.all(names.map((name) => packages.add(name, dependent)));
}
