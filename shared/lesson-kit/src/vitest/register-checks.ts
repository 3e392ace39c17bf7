// oxlint-disable vitest/valid-title, vitest/expect-expect -- the titles are the lesson's own
import { existsSync } from 'node:fs';
import { describe, test } from 'vitest';
import { openLesson } from '../lesson/catalogue.ts';
import { memorySource } from '../source/memory-source.ts';
import { openSubject } from '../subject/subject.ts';
import { judge } from '../verdict/judge.ts';
import type { LessonVerdict } from '../verdict/verdict.ts';

const SEED = 1;

/**
 * Hands a lesson's checks to vitest, one test each, so that an editor's test runner shows them.
 * Judges the folder in `TRACELINGS_SUBJECT`, or the learner's `src`, or the starter before it is
 * opened.
 *
 * @example
 * ```ts
 * await registerChecks(import.meta.url);
 * ```
 */
export async function registerChecks(place: string): Promise<void> {
  const lesson = await openLesson(place);
  const chosen = process.env['TRACELINGS_SUBJECT'];
  const directory = chosen ?? (existsSync(lesson.src) ? lesson.src : lesson.starter);
  let verdict: Promise<LessonVerdict> | undefined;
  const verdictOnce = (): Promise<LessonVerdict> => (verdict ??= verdictOf(lesson, directory));
  describe(lesson.manifest.title, () => {
    for (const { id, title } of lesson.manifest.checks) {
      test(title, async () => {
        const { checks } = await verdictOnce();
        const check = checks.find((candidate) => candidate.id === id);
        if (check?.verdict !== 'passed') {
          throw new Error(check?.message || `Nothing to judge: see "${checks[0]?.title}".`);
        }
      });
    }
  });
}

async function verdictOf(
  lesson: Awaited<ReturnType<typeof openLesson>>,
  directory: string,
): Promise<LessonVerdict> {
  await using subject = await openSubject(lesson, directory);
  return (await judge({ lesson, subject, source: memorySource(), seed: SEED })).verdict;
}
