import {
  type Judgement,
  judge,
  type LessonFolder,
  memorySource,
  WaitingProcess,
} from '@tracelings/lesson-kit';
import type { EnclosureOrder, SubmissionWall } from '../sandbox/submission-wall.ts';
import { guardedCheck } from './guarded-check.ts';

/** What is judged behind a wall, and how. */
interface EnclosedOrder extends EnclosureOrder {
  readonly wall: SubmissionWall;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** The wall or the machine failed. It says nothing of the submission. */
export class WallFailedError extends Error {
  override readonly name = 'WallFailedError';
}

/**
 * Judges a submission behind a wall: its processes run inside, the checks outside.
 *
 * @throws {WallFailedError} when a process was gone before any code of the submission ran.
 */
export async function judgeEnclosed({
  wall,
  seed,
  signal,
  ...order
}: EnclosedOrder): Promise<Judgement> {
  await using enclosure = await wall.enclose(order);
  const judgement = await judge({
    lesson: asSeenInside(order.lesson, enclosure.lesson),
    subject: { directory: enclosure.submission },
    source: memorySource(),
    seed,
    process: (scenario) => new WaitingProcess(enclosure.launcherOf(scenario)),
    signal,
  });
  for (const [scenario, { evidence }] of judgement.runs) {
    if (evidence.ending.kind === 'never-began') {
      const said = evidence.output.stderr.trim().slice(0, 300);
      throw new WallFailedError(`The run of "${scenario}" could not be started: ${said}`);
    }
  }
  return judgement;
}

function asSeenInside(lesson: LessonFolder, directory: string): LessonFolder {
  const checks = lesson.manifest.checks.map(guardedCheck);
  return { ...lesson, directory, manifest: { ...lesson.manifest, checks } };
}
