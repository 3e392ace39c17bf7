import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Submission } from '../grade.ts';
import { GradeError } from '../grade-error.ts';
import {
  type LearnerFolder,
  type Sought,
  emptyLearnerFolder,
  openLearnerFolder,
} from './learner-folder.ts';
import { toldApart } from './namesakes.ts';

/** What the folders hold that were typed. */
export interface Discovery {
  readonly submissions: readonly Submission[];
  readonly passedOver: readonly PassedOver[];
}

/** An entry of a class's folder that is not graded. */
export interface PassedOver {
  /** As it is called on disk: hostile. */
  readonly name: string;
  /** A sentence without its subject: `is a link, and links are not followed`. */
  readonly reason: string;
}

/** What one typed folder holds. */
export interface Searched {
  readonly folder: string;
  readonly learners: readonly LearnerFolder[];
  readonly passedOver: readonly PassedOver[];
}

const notOfAnybody = new Set(['node_modules']);

/**
 * Finds the submissions in folders that were typed: each is one learner's repository, one lesson's
 * sources, or a folder of many of either. Nothing in a submission is read, and no link followed.
 *
 * @throws {GradeError} when a folder is missing or holds nothing to grade, and when two folders
 * claim to be the same learner's work for a lesson.
 */
export async function discover(folders: readonly string[], sought: Sought): Promise<Discovery> {
  const searched: Searched[] = [];
  for (const folder of new Set(folders)) searched.push(await search(folder, sought));
  return {
    submissions: toldApart(searched),
    passedOver: searched.flatMap(({ passedOver }) => passedOver),
  };
}

async function search(folder: string, sought: Sought): Promise<Searched> {
  const entry = await lstat(folder).catch(() => undefined);
  if (entry === undefined) throw GradeError.missingFolder(folder);
  if (!entry.isDirectory()) throw GradeError.unfitFolder(folder, reasonAgainst(entry));
  const single = await openLearnerFolder(folder, sought);
  if (single !== undefined) return { folder, learners: [single], passedOver: [] };
  const many = await searchEach(folder, sought);
  if (many.learners.length === 0) throw GradeError.nothingToGrade(folder, many.passedOver);
  return many;
}

async function searchEach(folder: string, sought: Sought): Promise<Searched> {
  const learners: LearnerFolder[] = [];
  const passedOver: PassedOver[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (name.startsWith('.') || notOfAnybody.has(name)) continue;
    if (!entry.isDirectory()) {
      passedOver.push({ name, reason: reasonAgainst(entry) });
      continue;
    }
    const path = join(folder, name);
    const learner = await openLearnerFolder(path, sought);
    if (learner !== undefined) learners.push(learner);
    else if (sought.isNamed) learners.push(emptyLearnerFolder(path, sought));
    else passedOver.push({ name, reason: 'holds no lesson that is known here' });
  }
  return { folder, learners, passedOver };
}

function reasonAgainst(entry: { isSymbolicLink(): boolean }): string {
  return entry.isSymbolicLink()
    ? 'is a link, and links are not followed'
    : 'is no folder; unpack it if it holds work';
}
