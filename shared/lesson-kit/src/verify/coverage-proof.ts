import { join } from 'node:path';
import { Explanation, Trace } from '@tracelings/trace-shape';
import type { Check, Run } from '../lesson/check.ts';
import { Random } from '../lesson/random.ts';
import { readablePath } from '../lesson/repository.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { readEvidence } from '../run/evidence-reader.ts';
import type { Complaint } from './complaint.ts';
import { alternativesOf, mistakesOf } from './variant.ts';

const FEWEST_MISTAKES = 7;
const FEWEST_ALTERNATIVES = 2;

/** Every check is the first failure of some mistake, and there are variants enough to trust it. */
export async function proveCoverage(lesson: LessonFolder): Promise<Complaint[]> {
  const [mistakes, alternatives] = [await mistakesOf(lesson), await alternativesOf(lesson)];
  const caught = new Set(mistakes.map((mistake) => mistake.check));
  const messages = [
    ...lesson.manifest.checks
      .filter((check) => !caught.has(check.id))
      .map((check) => `no mistake fails first at "${check.id}"; write one, or remove the check`),
    ...(mistakes.length < FEWEST_MISTAKES
      ? [`the number of mistakes is ${mistakes.length}; write at least ${FEWEST_MISTAKES}`]
      : []),
    ...(alternatives.length < FEWEST_ALTERNATIVES
      ? [
          `the number of alternatives is ${alternatives.length}; write at least ${FEWEST_ALTERNATIVES}`,
        ]
      : []),
  ];
  return messages.map((message) => ({ file: readablePath(lesson.solution), message }));
}

/** No check passes on a run that left nothing. */
export function proveNeverVacuous(lesson: LessonFolder): Promise<Complaint[]> {
  const file = readablePath(join(lesson.directory, 'checks.ts'));
  const run = emptyRun(lesson);
  const complaints = lesson.manifest.checks.flatMap((check) => {
    const message = complaintOnEmpty(check, run);
    return message === undefined ? [] : [{ file, message }];
  });
  return Promise.resolve(complaints);
}

function complaintOnEmpty(check: Check<unknown>, run: Run<unknown>): string | undefined {
  try {
    check.judge(run);
  } catch (thrown) {
    return thrown instanceof Explanation
      ? undefined
      : `the check "${check.id}" breaks on an empty trace (${String(thrown)}); let it throw an Explanation`;
  }
  return `the check "${check.id}" passes on an empty trace; ask first that the span is there`;
}

function emptyRun(lesson: LessonFolder): Run<unknown> {
  const nothing = {
    lines: ['{"t":"began"}', '{"t":"loaded"}', '{"t":"done"}'],
    isTampered: false,
    stdout: '',
    stderr: '',
    code: 0,
    signal: null,
    leftProcesses: false,
  };
  return {
    trace: new Trace([]),
    evidence: readEvidence(nothing, 0),
    inputs: lesson.manifest.inputs(new Random(1)),
  };
}
