import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type LessonFolder, scenariosOf } from '../lesson/lesson-folder.ts';
import { newRunMark } from './run-mark.ts';
import { SpawnedProcess, spawnedSafely } from './spawned-process.ts';
import { subjectEnvironment } from './subject-environment.ts';
import type { Launcher } from './subject-process.ts';
import { subjectFlags, subjectProgram } from './subject-program.ts';

/** Starts Node as a child, with no wall but that of the process. */
export function launchHere(): SpawnedProcess {
  return launch([subjectProgram]);
}

/**
 * Starts Node as {@link launchHere} does; what it starts loads and rehearses a lesson's scenarios
 * before it waits, so that a run of them begins sooner. Any scenario can be run in it all the same.
 */
export function launchRehearsed(lesson: Pick<LessonFolder, 'directory'>): Launcher {
  return () => launch([subjectProgram, scenariosOf(lesson)]);
}

/**
 * Starts Node as {@link launchHere} does, with the packed program of a folder, for subjects without
 * types. Compiled code is kept in another folder.
 */
export function launchPacked(program: string, compiled: string): Launcher {
  const words = ['--import', join(program, 'plain-sources.mjs'), join(program, 'main.mjs')];
  return () => launch(words, compiled);
}

function launch(program: readonly string[], compiled?: string): SpawnedProcess {
  const mark = newRunMark();
  const child = spawn(process.execPath, [...subjectFlags, ...program], {
    ...spawnedSafely,
    env: subjectEnvironment(mark, compiled),
  });
  return new SpawnedProcess(child, { mark });
}
