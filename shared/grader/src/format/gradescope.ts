import type { Grade, GradedCheck } from '../grade.ts';
import { messageOf, pointsText, sumOf, verdictWords } from './check-words.ts';
import type { LearnerFormat } from './format.ts';
import { isolationNotice } from './isolation-notice.ts';

/**
 * A `results.json` for Gradescope's autograder.
 *
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
 */
export const gradescope: LearnerFormat = {
  kind: 'learner',
  name: 'gradescope',
  extension: '.json',
  text(_learner, grades) {
    if (grades.some(({ verdict }) => verdict === 'infra-error')) return undefined;
    return `${JSON.stringify(resultOf(grades), undefined, 2)}\n`;
  },
};

function resultOf(grades: readonly Grade[]): object {
  return {
    score: sumOf(grades, ({ points }) => points),
    execution_time: Math.ceil(sumOf(grades, ({ durationMs }) => durationMs) / 1000),
    output: wholeOutput(grades),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    tests: grades.flatMap(testsOf),
    extra_data: { tracelings: grades.map(circumstances) },
  };
}

function wholeOutput(grades: readonly Grade[]): string {
  const lines = grades.map(
    (grade) => `${grade.lesson}: ${verdictWords[grade.verdict]}, ${pointsText(grade)}.`,
  );
  return [...lines, isolationNotice(isolationsOf(grades))].join('\n');
}

function isolationsOf(grades: readonly Grade[]): Grade['isolation'][] {
  return [...new Set(grades.map(({ isolation }) => isolation))];
}

function testsOf(grade: Grade, lessonIndex: number): object[] {
  return grade.checks.map((check, index) => ({
    name: `${grade.lesson}: ${check.title}`,
    number: `${lessonIndex + 1}.${index + 1}`,
    ...outcomeOf(check),
    visibility: 'visible',
    extra_data: { id: check.id, verdict: check.verdict },
  }));
}

function outcomeOf(check: GradedCheck): object {
  return {
    score: check.points,
    max_score: check.maxPoints,
    status: check.verdict === 'passed' ? 'passed' : 'failed',
    output: messageOf(check),
    output_format: 'text',
  };
}

function circumstances({
  checks: _checks,
  trace: _trace,
  learner: _learner,
  ...rest
}: Grade): object {
  return rest;
}
