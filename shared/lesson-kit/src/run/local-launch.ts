import { spawn } from 'node:child_process';
import { newRunMark } from './run-mark.ts';
import { SpawnedProcess, spawnedSafely } from './spawned-process.ts';
import { subjectEnvironment } from './subject-environment.ts';
import { subjectFlags, subjectProgram } from './subject-program.ts';

/** Starts Node as a child, with no wall but that of the process. */
export function launchHere(): SpawnedProcess {
  const mark = newRunMark();
  const child = spawn(process.execPath, [...subjectFlags, subjectProgram], {
    ...spawnedSafely,
    env: subjectEnvironment(mark),
  });
  return new SpawnedProcess(child, { mark });
}
