import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import type { Source } from '../source/source.ts';
import type { Complaint } from './complaint.ts';
import { proveCoverage, proveNeverVacuous } from './coverage-proof.ts';
import { proveFiles } from './files-proof.ts';
import { proveHints } from './hints-proof.ts';
import { proveManifest } from './manifest-proof.ts';
import { proveOddValues } from './odd-values-proof.ts';
import type { Proof } from './proof.ts';
import { proveProse } from './prose-proof.ts';
import { proveScore } from './score-proof.ts';
import { proveStarter } from './starter-proof.ts';
import { subjectProofs } from './subject-proof.ts';

/** How {@link verifyLesson} goes about it. */
export interface VerifyOptions {
  /** The first is tried with every seed; the others have to agree with it at the first seed. */
  readonly sources: readonly [Source, ...Source[]];
  /** Sets of inputs to try; the first is the one that messages are declared for. */
  readonly seeds: readonly number[];
  /** Writes the messages that mistakes get instead of comparing them. */
  readonly update?: boolean;
  readonly signal?: AbortSignal;
  /** Called after each proof. */
  readonly onProgress?: (title: string, complaints: readonly Complaint[]) => void;
}

/**
 * The author's proof of a lesson: that its checks accept what is right, refuse what is wrong with
 * the message that is declared, and that its files belong together. An empty answer means proved.
 *
 * Takes seconds: every subject is run for every seed. Rejects when the signal is aborted, and when
 * the lesson is too broken to be asked, as with a check that throws a `TypeError`.
 *
 * @example
 * ```ts
 * const complaints = await verifyLesson(await findLesson('01'), {
 *   sources: [memorySource()],
 *   seeds: [1, 2, 3],
 * });
 * for (const { file, message } of complaints) {
 *   console.error(`${file}: ${message}`);
 * }
 * ```
 */
export async function verifyLesson(
  lesson: LessonFolder,
  options: VerifyOptions,
): Promise<Complaint[]> {
  const limit = pLimit(availableParallelism());
  const complaints = await Promise.all(
    (await allProofs(lesson, options)).map((proof) =>
      limit(async () => {
        const found = await proof.run(options.signal);
        options.onProgress?.(proof.title, found);
        return found;
      }),
    ),
  );
  return complaints.flat();
}

/** What can be proved of a lesson's folder and its solution, whatever the source. */
export function folderProofs(lesson: LessonFolder): Proof[] {
  return [
    { title: 'the manifest says what the folder holds', run: () => proveManifest(lesson) },
    { title: 'every file is claimed', run: () => proveFiles(lesson) },
    { title: 'starter and solution differ only at a TODO', run: () => proveStarter(lesson) },
    { title: 'every check has three hints', run: () => proveHints(lesson) },
    { title: 'no word belittles the work', run: () => proveProse(lesson) },
    { title: 'every check is the first failure of a mistake', run: () => proveCoverage(lesson) },
    { title: 'no check passes on an empty trace', run: () => proveNeverVacuous(lesson) },
    {
      title: 'no check breaks on a value of another kind',
      run: (signal) => proveOddValues(lesson, signal),
    },
    { title: 'the instrumentation score is clean', run: (signal) => proveScore(lesson, signal) },
  ];
}

async function allProofs(lesson: LessonFolder, options: VerifyOptions): Promise<Proof[]> {
  return [...folderProofs(lesson), ...(await subjectProofs(lesson, options))];
}
