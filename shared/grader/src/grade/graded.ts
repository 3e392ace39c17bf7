import type { CheckVerdict } from '@tracelings/lesson-kit';
import type { Grade, GradeVerdict, GradedCheck, Isolation, Submission } from '../grade.ts';
import type { GatedJudgement } from '../grading/starter-gate.ts';
import { graderVersion } from '../version/grader-version.ts';
import { lessonVersion } from '../version/lesson-version.ts';
import { firstToMend } from './first-to-mend.ts';
import { gradedTrace } from './graded-trace.ts';

/** What a grade says besides what the judge found. */
export interface Circumstances {
  readonly submission: Submission;
  readonly isolation: Isolation;
  readonly seed: number;
  /** Of an unreadable submission the hash of nothing. */
  readonly submissionHash: string;
  readonly durationMs: number;
}

/** Longer explanations are cut: a submission has a say in them, and a class has hundreds. */
const mostCharacters = 8_000;

/** The grade that a judgement comes to. */
export async function gradeFrom(
  judgement: GatedJudgement,
  circumstances: Circumstances,
): Promise<Grade> {
  const trace = gradedTrace(circumstances.submission.lesson, judgement);
  const checks = judgement.verdict.checks.map(gradedCheck);
  return { ...(await whole(circumstances, checks)), ...(trace && { trace }) };
}

/** The grade where nothing could be judged: no points, and the first check carries the reason. */
export async function withheldGrade(
  verdict: 'could-not-run' | 'infra-error',
  reason: string,
  circumstances: Circumstances,
): Promise<Grade> {
  const checks = circumstances.submission.lesson.manifest.checks.map(
    ({ id, title, points }, index) => ({
      id,
      title,
      verdict,
      points: 0,
      maxPoints: points,
      message: index === 0 ? clipped(reason) : '',
    }),
  );
  return whole(circumstances, checks);
}

function gradedCheck(check: GatedJudgement['verdict']['checks'][number]): GradedCheck {
  return { ...check, verdict: gradeWord(check.verdict), message: clipped(check.message) };
}

/** What judging needs and this machine lacks is the machine's fault. */
function gradeWord(verdict: CheckVerdict['verdict']): GradeVerdict {
  return verdict === 'environment-missing' ? 'infra-error' : verdict;
}

async function whole(
  { submission, ...circumstances }: Circumstances,
  checks: readonly GradedCheck[],
): Promise<Grade> {
  return {
    version: 1,
    learner: submission.learner,
    lesson: submission.lesson.id,
    verdict: firstToMend(checks)?.verdict ?? 'passed',
    points: sum(checks.map((check) => check.points)),
    maxPoints: sum(checks.map((check) => check.maxPoints)),
    checks,
    ...circumstances,
    graderVersion: await graderVersion(),
    lessonVersion: await lessonVersion(submission.lesson),
    gradedAt: new Date().toISOString(),
    recalled: false,
  };
}

function clipped(text: string): string {
  return text.length <= mostCharacters
    ? text
    : `${text.slice(0, mostCharacters).toWellFormed()}\n… and ${text.length - mostCharacters} characters more.`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
