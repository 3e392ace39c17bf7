import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readablePath } from '../lesson/repository.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Complaint } from './complaint.ts';

const FEWEST_CHECKS = 5;
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The manifest says what the folder holds, and its parts name each other rightly. */
export async function proveManifest(lesson: LessonFolder): Promise<Complaint[]> {
  const messages = [
    ...wrong(
      lesson.manifest.id !== lesson.id,
      `the id "${lesson.manifest.id}" is not the folder's name; write "${lesson.id}"`,
    ),
    ...wrongChecks(lesson.manifest),
    ...wrongScenarios(lesson.manifest, await scenarioExports(lesson)),
  ];
  const file = readablePath(join(lesson.directory, 'lesson.ts'));
  return messages.map((message) => ({ file, message }));
}

function wrongChecks({ checks, starterFails }: Lesson): string[] {
  const ids = checks.map((check) => check.id);
  return [
    ...wrong(
      ids.length < FEWEST_CHECKS,
      `there are ${ids.length} checks; a lesson has at least ${FEWEST_CHECKS}`,
    ),
    ...wrong(
      !ids.includes(starterFails),
      `starterFails names "${starterFails}", which is no check; name one of ${ids.join(', ')}`,
    ),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `two checks have the id "${id}"; rename one`),
    ...ids
      .filter((id) => !KEBAB_CASE.test(id))
      .map((id) => `the check id "${id}" is not kebab-case; rename it`),
    ...checks
      .filter(({ points }) => !Number.isInteger(points) || points < 1)
      .map(
        ({ id, points }) =>
          `the check "${id}" has ${points} points; give it a whole number, at least 1`,
      ),
  ];
}

function wrongScenarios({ checks, scenarios }: Lesson, exported: readonly string[]): string[] {
  const read = [...new Set(checks.map((check) => check.scenario))];
  const listed = Object.keys(scenarios);
  return [
    ...read
      .filter((name) => !listed.includes(name))
      .map(
        (name) => `a check reads the scenario "${name}", which the manifest does not list; add it`,
      ),
    ...listed
      .filter((name) => !read.includes(name))
      .map((name) => `no check reads the scenario "${name}"; remove it`),
    ...listed
      .filter((name) => !exported.includes(name))
      .map((name) => `scenarios.ts exports no "${name}"; it exports ${exported.join(', ')}`),
  ];
}

function wrong(isWrong: boolean, message: string): string[] {
  return isWrong ? [message] : [];
}

async function scenarioExports(lesson: LessonFolder): Promise<string[]> {
  const scenarios = join(lesson.directory, 'scenarios.ts');
  const module: unknown = await import(pathToFileURL(scenarios).href);
  return typeof module === 'object' && module !== null ? Object.keys(module) : [];
}
