import process from 'node:process';
import type { Grade } from '../grade.ts';
import { GradeError } from '../grade-error.ts';
import { messageOf, sumOf } from './check-words.ts';
import type { LearnerFormat } from './format.ts';
import { isolationNotice } from './isolation-notice.ts';

/**
 * A `result.json` for Classroom 50, in the environment that its runner gives an autograder.
 *
 * @see https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
 */
export const classroom50: LearnerFormat = {
  kind: 'learner',
  name: 'classroom50',
  extension: '.json',
  demand(learners) {
    identityIn(process.env);
    if (learners > 1) throw tooManyLearners(learners);
  },
  text(_learner, grades) {
    if (grades.some(({ verdict }) => verdict === 'infra-error')) return undefined;
    return `${JSON.stringify(resultOf(grades, process.env), undefined, 2)}\n`;
  },
};

function resultOf(grades: readonly Grade[], env: NodeJS.ProcessEnv): object {
  const gradedAt = toSeconds(grades[0]?.gradedAt);
  return {
    schema: 'classroom50/result/v1',
    ...identityIn(env),
    // The runner puts the time of the submission here.
    datetime: gradedAt,
    graded_at: gradedAt,
    score: sumOf(grades, ({ points }) => points),
    'max-score': sumOf(grades, ({ maxPoints }) => maxPoints),
    tests: grades.flatMap(testsOf),
  };
}

/** The collector refuses a result whose identity is not that of the repository it came from. */
function identityIn(env: NodeJS.ProcessEnv): object {
  const commit = given(env, 'COMMIT_URL');
  return {
    classroom: given(env, 'CLASSROOM'),
    assignment: given(env, 'ASSIGNMENT'),
    assignment_type: sharedModes.find((mode) => mode === env['MODE']) ?? 'individual',
    owner: given(env, 'USERNAME'),
    submission: given(env, 'SUBMISSION_TAG'),
    commit,
    release: given(env, 'RELEASE_URL'),
    review: env['REVIEW_URL'] ?? commit,
  };
}

function tooManyLearners(count: number): GradeError {
  return new GradeError(
    'UNFIT_FORMAT',
    `The format classroom50 is for the one repository that its runner grades, and ${count} learners ` +
      'were found. Name one of them, or another format.',
  );
}

/** Many programs set a variable of this name, to words of their own. */
const sharedModes = ['group', 'team'];

function given(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name] ?? '';
  if (value !== '') return value;
  throw new GradeError(
    'UNFIT_ENVIRONMENT',
    `The format classroom50 needs the variable ${name}, and it is not set. Classroom 50's runner ` +
      'sets it for an autograder.py; leave this format out anywhere else.',
  );
}

function testsOf({ lesson, checks, isolation }: Grade): object[] {
  return checks.map((check) => ({
    'test-name': `${lesson}: ${check.title}`,
    passed: check.verdict === 'passed',
    score: check.points,
    'max-score': check.maxPoints,
    message: messageOf(check),
    isolation: isolationNotice([isolation]),
  }));
}

/** Without fractions, as the format wants it. */
function toSeconds(time = new Date().toISOString()): string {
  return time.replace(/\.\d+Z$/, 'Z');
}
