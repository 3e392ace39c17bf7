import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type LessonFolder, scenariosOf } from '../lesson/lesson-folder.ts';
import { giveWay } from './giving-way.ts';
import { LINGERS } from './lingering.ts';
import { newRunMark } from './run-mark.ts';
import { SpawnedProcess, spawnedSafely } from './spawned-process.ts';
import { subjectEnvironment } from './subject-environment.ts';
import type { Launcher } from './subject-process.ts';
import { packedWords, programWords } from './kept-program.ts';
import { subjectFlags } from './subject-program.ts';

/** Starts Node as a child, with no wall but that of the process. */
export function launchHere(): SpawnedProcess {
  return launch(programWords());
}

/**
 * Starts Node as {@link launchHere} does; what it starts loads a lesson's scenarios and rehearses one
 * before it waits, so that a run of that one begins sooner. Any can be run in it all the same. It
 * lingers for a moment once it is through, so that nobody waits for the system to take it down.
 */
export function launchRehearsed(
  lesson: Pick<LessonFolder, 'directory'>,
  scenario: string,
  { givesWay = false, program }: RehearsedLaunch = {},
): Launcher {
  const words = [scenariosOf(lesson), scenario, ...(program === undefined ? [] : [program])];
  return () => launch([...programWords(), ...words], { lingers: LINGERS, givesWay });
}

/**
 * Starts Node as {@link launchHere} does, with the program of a pack's folder, for subjects without
 * types. Compiled code is kept in another folder.
 */
export function launchPlain(pack: string, compiled: string): Launcher {
  const words = ['--import', join(pack, 'program', 'plain-sources.mjs'), ...packedWords(pack)];
  return () => launch(words, { compiled });
}

interface RehearsedLaunch {
  /** Whether others that run at the same time go first. Default `false`. */
  readonly givesWay?: boolean;
  /** Absolute path of an entry that is right, for a scenario that rehearses with one. */
  readonly program?: string;
}

interface Launch {
  /** Where compiled code is kept. */
  readonly compiled?: string;
  readonly lingers?: boolean;
  readonly givesWay?: boolean;
}

function launch(
  program: readonly string[],
  { compiled, lingers = false, givesWay = false }: Launch = {},
): SpawnedProcess {
  const mark = newRunMark();
  const child = spawn(process.execPath, [...subjectFlags, ...program], {
    ...spawnedSafely,
    env: subjectEnvironment(mark, compiled),
  });
  if (givesWay && child.pid !== undefined) giveWay(child.pid);
  return new SpawnedProcess(child, { mark, lingers });
}
