import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { scenariosOf } from '../lesson/lesson-folder.ts';
import { subjectProgram } from '../run/subject-program.ts';
import type { PackagePack } from './package-pack.ts';
import { packProgram } from './program-pack.ts';

/** Packs the program that runs subjects into a file, and what it needs into the packages. */
export async function packSubjectProgram(file: string, packages: PackagePack): Promise<void> {
  await addAll(packages, await packProgram(subjectProgram, file), dirname(subjectProgram));
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
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const needed = await packProgram(scenariosOf(lesson), scenariosOf({ directory: folder }));
  await addAll(packages, [...needed, ...(await packagesOf(lesson))], lesson.directory);
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
