import type { Grade, GradedCheck } from '../grade.ts';
import { messageOf, verdictWords } from './check-words.ts';
import type { ClassFormat } from './format.ts';
import { isolationNotice } from './isolation-notice.ts';
import { element, xmlText } from './xml.ts';

/**
 * JUnit XML, for whatever shows test results: a suite for each learner's lesson, a case for each
 * check. Points stand in the properties, since the format knows none.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export const junit: ClassFormat = {
  kind: 'class',
  name: 'junit',
  file: 'junit.xml',
  async *chunks({ book }) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Tracelings">\n';
    for await (const grade of book.grades()) yield `${suite(grade)}\n`;
    yield '</testsuites>\n';
  },
};

function suite(grade: Grade): string {
  const attributes = {
    name: `${grade.learner}: ${grade.lesson}`,
    tests: grade.checks.length,
    failures: countOf(grade, 'not-yet'),
    errors: countOf(grade, 'could-not-run'),
    skipped: countOf(grade, 'infra-error'),
    time: grade.durationMs / 1000,
    timestamp: grade.gradedAt.replace(/(\.\d+)?Z$/, ''),
  };
  const cases = grade.checks.map((check) => testCase(check, grade));
  return element('testsuite', attributes, '\n  ', properties(grade), ...cases, '\n');
}

function countOf({ checks }: Grade, verdict: Grade['verdict']): number {
  return checks.filter((check) => check.verdict === verdict).length;
}

function properties({ points, maxPoints, isolation, seed, checks, ...versions }: Grade): string {
  const values = {
    points,
    'max-points': maxPoints,
    isolation: isolationNotice([isolation]),
    seed,
    submission: versions.submissionHash,
    'lesson-version': versions.lessonVersion,
    'grader-version': versions.graderVersion,
    ...Object.fromEntries(
      checks.map((check) => [`points.${check.id}`, `${check.points}/${check.maxPoints}`]),
    ),
  };
  const each = Object.entries(values).map(
    ([name, value]) => `\n    ${element('property', { name, value })}`,
  );
  return element('properties', {}, ...each, '\n  ');
}

/** Checks look at what few runs left behind, so none has a time of its own. */
function testCase(check: GradedCheck, { lesson }: Grade): string {
  const attributes = { name: check.title, classname: `${lesson}.${check.id}`, time: 0 };
  return `\n  ${element('testcase', attributes, outcome(check))}`;
}

function outcome(check: GradedCheck): string {
  const message = messageOf(check);
  const [summary = ''] = message.split('\n', 1);
  switch (check.verdict) {
    case 'passed':
      return '';
    case 'not-yet':
      return element('failure', { message: summary, type: check.verdict }, xmlText(message));
    case 'could-not-run':
      return element('error', { message: summary, type: check.verdict }, xmlText(message));
    case 'infra-error':
      return element('skipped', { message: `${verdictWords[check.verdict]}: ${message}` });
    default:
      return check.verdict satisfies never;
  }
}
