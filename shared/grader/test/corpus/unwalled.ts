import {
  type Evidence,
  findLesson,
  judge,
  type Judgement,
  type LessonFolder,
  memorySource,
  newRunMark,
  Random,
  repository,
  RUN_MARK,
  runScenario,
  SpawnedProcess,
  spawnedSafely,
  subjectFlags,
  subjectProgram,
  WaitingProcess,
} from '@tracelings/lesson-kit';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cheapestScenario } from './attack.ts';

/** What Node compiled for one of them is there for the next. */
export const COMPILED = { NODE_COMPILE_CACHE: join(repository, '.cache', 'compile') };

const SEED = 7;
const MOST_MS = 60_000;

/** What one run leaves with nothing around it; of the scenario that takes the fewest processes. */
export async function unwalledEvidence(id: string, directory: string): Promise<Evidence> {
  const lesson = await findLesson(id);
  const scenario = cheapestScenario(lesson);
  return runScenario({
    lesson: withoutHurry(lesson),
    scenario,
    subject: directory,
    inputs: lesson.manifest.inputs(new Random(`${SEED}:${scenario}`)),
    sink: memorySource().sink,
  });
}

/** What the checks say of all runs with nothing around them, and all that they say believed. */
export async function unwalledJudgement(id: string, directory: string): Promise<Judgement> {
  const lesson = await findLesson(id);
  const source = memorySource();
  return judge({ lesson, subject: { directory }, source, seed: SEED, process: processInTheOpen });
}

/** By the program as it lies in the repository, whose parts can be imported; packed it has none. */
function processInTheOpen(): WaitingProcess {
  const mark = newRunMark();
  const words = [...subjectFlags, subjectProgram];
  const env = { ...process.env, ...COMPILED, [RUN_MARK]: mark };
  return new WaitingProcess(() => {
    const child = spawn(process.execPath, words, { ...spawnedSafely, env });
    return new SpawnedProcess(child, { mark });
  });
}

/** An attack that a busy machine ends is no attack that failed. */
function withoutHurry(lesson: LessonFolder): LessonFolder {
  const plans = Object.entries(lesson.manifest.scenarios);
  const scenarios = Object.fromEntries(
    plans.map(([name, plan]) => [name, { ...plan, timeLimitMs: MOST_MS }]),
  );
  return { ...lesson, manifest: { ...lesson.manifest, scenarios } };
}
