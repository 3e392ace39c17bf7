// oxlint-disable vitest/valid-title, vitest/expect-expect, vitest/no-conditional-tests -- a title says what is proved, and a complaint fails it
import { jaegerForTests, sharedJaeger } from '@tracelings/jaeger/shared';
import { afterAll, describe, test } from 'vitest';
import { openLesson } from '../lesson/catalogue.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { PackedGround } from '../pack/packed-ground.ts';
import { jaegerSource } from '../source/jaeger-source.ts';
import { memorySource } from '../source/memory-source.ts';
import type { Source } from '../source/source.ts';
import type { Proof } from '../verify/proof.ts';
import { subjectProofs } from '../verify/subject-proof.ts';
import { folderProofs } from '../verify/verify-lesson.ts';

const SEEDS = [1, 2, 3];
const LIMIT_MS = 60_000;

/**
 * Registers the author's proof of a lesson as vitest tests: its folder, and every subject with three
 * seeds, from memory and, where a container engine is, from Jaeger in its turn. What the subjects
 * import is packed first. `verifyLesson` runs them as learners do and compares both sources check by
 * check, which takes four times as long.
 *
 * @example
 * ```ts
 * await proveLesson(import.meta.url);
 * ```
 */
export async function proveLesson(place: string): Promise<void> {
  const lesson = await openLesson(place);
  const sources = [memorySource(), ...(await jaegerSources(lesson))] as const;
  const ground = await PackedGround.of(lesson);
  afterAll(() => ground[Symbol.asyncDispose]());
  registerProofs(`${lesson.id}, its folder`, folderProofs(lesson));
  registerProofs(
    `${lesson.id}, its subjects`,
    await subjectProofs(lesson, { sources, seeds: SEEDS, takeTurns: true, ground }),
  );
}

async function jaegerSources(lesson: LessonFolder): Promise<Source[]> {
  const { available, reason } = await jaegerForTests();
  if (!available) {
    test(`${lesson.id}: Jaeger agrees with memory on every subject`, ({ skip }) => skip(reason));
    return [];
  }
  const jaeger = await sharedJaeger();
  afterAll(() => jaeger[Symbol.asyncDispose]());
  return [jaegerSource(jaeger)];
}

function registerProofs(group: string, proofs: readonly Proof[]): void {
  describe.concurrent(group, () => {
    for (const proof of proofs) {
      test(proof.title, { timeout: LIMIT_MS }, async ({ signal }) => {
        const complaints = await proof.run(signal);
        if (complaints.length > 0) {
          throw new Error(
            complaints.map(({ file, message }) => `${file}: ${message}`).join('\n\n'),
          );
        }
      });
    }
  });
}
