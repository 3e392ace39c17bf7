import type { LessonFolder } from '@tracelings/lesson-kit';
import { toOtlp } from '@tracelings/trace-shape';
import type { OtlpJson, Span, Trace } from '@tracelings/trace-shape';
import { rowsOf } from '@tracelings/waterfall';
import type { GradeTrace } from '../grade.ts';
import type { GatedJudgement } from '../grading/starter-gate.ts';
import { firstToMend } from './first-to-mend.ts';

/** A page shows no more, and a class of hundreds has to stay a page. */
const spansTried = [200, 40, 10, 0];
const mostCharacters = 128 * 1024;

/**
 * The trace that a learner sees beside the message: of the run that the first failing check looked
 * at. Of a trace that is large in number or in bytes only the part that {@link rowsOf} would show
 * is kept.
 */
export function gradedTrace(
  lesson: LessonFolder,
  judgement: GatedJudgement,
): GradeTrace | undefined {
  const scenario = shownScenario(lesson, judgement);
  const trace = judgement.runs.get(scenario)?.trace;
  if (trace === undefined || trace.isEmpty) return undefined;
  const [culprit] = judgement.failure?.spans ?? [];
  const { otlp, kept } = fitting(trace, (span) => isSame(span, culprit));
  return {
    scenario,
    otlp,
    spansLeftOut: trace.spans.length - kept,
    ...(culprit && { failing: { traceId: culprit.traceId, spanId: culprit.spanId } }),
  };
}

function shownScenario({ manifest }: LessonFolder, { verdict }: GatedJudgement): string {
  const failing = firstToMend(verdict.checks)?.id;
  const shown = manifest.checks.find((check) => check.id === failing) ?? manifest.checks[0];
  return shown?.scenario ?? '';
}

function isSame(span: Span, other: Span | undefined): boolean {
  return span.traceId === other?.traceId && span.spanId === other.spanId;
}

interface Fitting {
  readonly otlp: OtlpJson;
  readonly kept: number;
}

function fitting(trace: Trace, keep: (span: Span) => boolean): Fitting {
  for (const most of spansTried) {
    const rows = rowsOf(trace, { most, keep });
    const spans = rows.flatMap((row) => (row.kind === 'span' ? [row.span] : []));
    const otlp = toOtlp(spans.slice(0, most));
    if (JSON.stringify(otlp).length <= mostCharacters) return { otlp, kept: spans.length };
  }
  return { otlp: { resourceSpans: [] }, kept: 0 };
}
