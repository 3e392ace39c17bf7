import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';

/** The manifest says what the folder holds, and its parts name each other rightly. */
export async function proveManifest(lesson: LessonFolder): Promise<Complaint[]> {
  const { manifest } = lesson;
  const ids = manifest.checks.map((check) => check.id);
  const scenarios = new Set(manifest.checks.map((check) => check.scenario));
  const exported = await scenarioExports(lesson);
  const wrongs = [
    ...wrong(
      manifest.id !== lesson.id,
      `the id "${manifest.id}" is not the folder's name; write "${lesson.id}"`,
    ),
    ...wrong(ids.length < 5, `there are ${ids.length} checks; a lesson has at least 5`),
    ...wrong(
      !ids.includes(manifest.starterFails),
      `starterFails names "${manifest.starterFails}", which is no check; name one of ${ids.join(', ')}`,
    ),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `two checks have the id "${id}"; rename one`),
    ...ids
      .filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))
      .map((id) => `the check id "${id}" is not kebab-case; rename it`),
    ...manifest.checks
      .filter(({ points }) => !Number.isInteger(points) || points < 1)
      .map(
        ({ id, points }) =>
          `the check "${id}" has ${points} points; give it a whole number, at least 1`,
      ),
    ...[...scenarios]
      .filter((name) => manifest.scenarios[name] === undefined)
      .map(
        (name) => `a check reads the scenario "${name}", which the manifest does not list; add it`,
      ),
    ...Object.keys(manifest.scenarios)
      .filter((name) => !scenarios.has(name))
      .map((name) => `no check reads the scenario "${name}"; remove it`),
    ...Object.keys(manifest.scenarios)
      .filter((name) => !exported.includes(name))
      .map((name) => `scenarios.ts exports no "${name}"; it exports ${exported.join(', ')}`),
  ];
  const file = readablePath(join(lesson.directory, 'lesson.ts'));
  return wrongs.map((message) => ({ file, message }));
}

function wrong(isWrong: boolean, message: string): string[] {
  return isWrong ? [message] : [];
}

async function scenarioExports(lesson: LessonFolder): Promise<string[]> {
  const url = pathToFileURL(join(lesson.directory, 'scenarios.ts')).href;
  const module: object = await import(url);
  return Object.keys(module);
}
