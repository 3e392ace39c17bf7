import { join } from 'node:path';
import { judge, memorySource } from '@tracelings/lesson-kit';
import type { LessonFolder, LessonVerdict } from '@tracelings/lesson-kit';
import pLimit from 'p-limit';
import { chosenLessons } from './chosen-lessons.ts';

/** How long and how hard to soak. */
export interface SoakOrder {
  readonly runs: number;
  /** Judgements under way at the same time. */
  readonly atOnce: number;
  /** Names of lessons; none means all. */
  readonly lessons: readonly string[];
  readonly signal: AbortSignal;
}

const TELL_EVERY = 50;

/** Judges the lessons' solutions in turns, prints each wrong verdict and the count, and returns it. */
export async function soak({ runs, atOnce, lessons, signal }: SoakOrder): Promise<number> {
  const chosen = await chosenLessons(lessons);
  const limit = pLimit(atOnce);
  let done = 0;
  let wrong = 0;
  const turn = async (seed: number): Promise<void> => {
    const lesson = chosen[seed % chosen.length];
    if (lesson === undefined || signal.aborted) {
      return;
    }
    const verdict = await verdictOn(lesson, seed, signal);
    done += 1;
    if (verdict.verdict !== 'passed') {
      wrong += 1;
      console.log(complaintOn(verdict));
    }
    if (done % TELL_EVERY === 0) {
      console.log(`${done} of ${runs} runs, ${wrong} wrong`);
    }
  };
  await Promise.allSettled(Array.from({ length: runs }, (_, seed) => limit(() => turn(seed))));
  console.log(`${done} honest runs, ${wrong} wrong verdicts`);
  return done === 0 ? 1 : wrong;
}

async function verdictOn(
  lesson: LessonFolder,
  seed: number,
  signal: AbortSignal,
): Promise<LessonVerdict> {
  const subject = { directory: join(lesson.solution, 'src') };
  const { verdict } = await judge({ lesson, subject, source: memorySource(), seed, signal });
  return verdict;
}

function complaintOn({ lesson, seed, verdict, checks }: LessonVerdict): string {
  const first = checks.find((check) => check.verdict !== 'passed');
  return `${lesson}, seed ${seed}: ${verdict} at ${first?.id}\n${first?.message}\n`;
}
