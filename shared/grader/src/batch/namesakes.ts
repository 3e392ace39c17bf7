import { basename } from 'node:path';
import type { Submission } from '../grade.ts';
import { GradeError } from '../grade-error.ts';
import type { Searched } from './discovery.ts';

interface Origin {
  readonly submission: Submission;
  /** The typed folder that it was found below. */
  readonly folder: string;
}

/**
 * The submissions, with learners of the same name in different folders told apart by the folder:
 * `monday/ada` and `tuesday/ada`. Where that does not help either, it is for a person to decide.
 */
export function toldApart(searched: readonly Searched[]): Submission[] {
  const origins = searched.flatMap(({ folder, learners }) =>
    learners.flatMap(({ submissions }) =>
      submissions.map((submission) => ({ submission, folder })),
    ),
  );
  const shared = sharedNames(origins);
  const named = origins.map(({ submission, folder }) => ({
    folder,
    submission: shared.has(submission.learner)
      ? { ...submission, learner: `${basename(folder)}/${submission.learner}` }
      : submission,
  }));
  const [stillShared] = sharedNames(named);
  if (stillShared !== undefined)
    throw GradeError.namesakes(stillShared, foldersOf(named, stillShared));
  return withoutRepeats(named.map(({ submission }) => submission));
}

/** Names under which two different folders claim to be the same lesson's work. */
function sharedNames(origins: readonly Origin[]): Set<string> {
  const directories = new Map<string, string>();
  const shared = new Set<string>();
  for (const { submission } of origins) {
    const key = JSON.stringify([submission.learner, submission.lesson.id]);
    const known = directories.get(key);
    if (known !== undefined && known !== submission.directory) shared.add(submission.learner);
    directories.set(key, submission.directory);
  }
  return shared;
}

function foldersOf(origins: readonly Origin[], learner: string): string[] {
  const own = origins.filter(({ submission }) => submission.learner === learner);
  return [...new Set(own.map(({ folder }) => folder))];
}

/** The same folder can be typed twice, on its own and within another. */
function withoutRepeats(submissions: readonly Submission[]): Submission[] {
  const seen = new Set<string>();
  return submissions.filter(({ lesson, directory }) => {
    const key = JSON.stringify([lesson.id, directory]);
    return !seen.has(key) && seen.add(key);
  });
}
