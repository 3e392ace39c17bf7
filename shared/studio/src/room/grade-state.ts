import { OtlpError, parseOtlp } from '@tracelings/trace-shape';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import { pictureOf } from '../picture/picture-of.ts';
import type { Picture } from '../picture/picture.ts';
import type { GradeState } from '../state/room-state.ts';
import { visibleLines } from '../state/visible-lines.ts';
import type { ReportedGrade } from './reported-grade.ts';

type ReportedTrace = NonNullable<ReportedGrade['trace']>;

/** All of a grade, with its trace laid out. */
export function gradeState(grade: ReportedGrade): GradeState {
  const { learner, lesson, verdict, points, maxPoints, checks, seed, gradedAt, trace } = grade;
  return {
    learner: escapeInvisible(learner),
    lesson,
    verdict,
    points,
    maxPoints,
    checks: checks.map((check) => ({
      ...check,
      title: escapeInvisible(check.title),
      message: visibleLines(check.message),
    })),
    seed,
    gradedAt,
    ...(trace && { trace: traceState(trace) }),
  };
}

function traceState(trace: ReportedTrace): NonNullable<GradeState['trace']> {
  const picture = pictureIn(trace);
  return {
    scenario: escapeInvisible(trace.scenario),
    spansLeftOut: trace.spansLeftOut,
    ...(picture && { picture }),
  };
}

/** A submission wrote it: it may be no trace at all. */
function pictureIn({ otlp, failing }: ReportedTrace): Picture | undefined {
  try {
    return pictureOf(parseOtlp(otlp).spans, { spans: failing ? [failing] : [] });
  } catch (error) {
    if (error instanceof OtlpError) return undefined;
    throw error;
  }
}
